"""Lời của lệnh import: đã hiểu gì, đã nhập gì, và vì sao không nhập."""

SENTENCES = {
    "no_files": "Không có bảng tính nào ở: {paths}.",
    "reading": "Đang đọc danh sách",
    "take_in": "Nhập các danh sách trên vào sổ?",
    "nothing_written": "Chưa ghi gì vào sổ.",
    "file": "{file}: thêm {added}, sửa {changed}, giữ nguyên {unchanged}, từ chối {refused} dòng, bỏ qua {skipped} dòng.",
    "file_refused": "{file}: đọc được {added} bản ghi mới, {changed} bản ghi sửa, {unchanged} bản ghi đã có; từ chối {refused} dòng, bỏ qua {skipped} dòng.",
    "sheet": "  Trang «{sheet}» ({noun}), dòng tiêu đề {rows}: {columns}",
    "block": "  TỪ CHỐI [{sheet}] {text}",
    "warn": "  CẢNH BÁO [{sheet}] {text}",
    "skipped": "  Bỏ qua [{sheet}] dòng {row} ({why}): {text}",
    "refused": "Chưa ghi gì vào sổ: hãy sửa các dòng bị từ chối rồi nhập lại, hoặc thêm --skip-bad để nhập các dòng đúng.",
    "done": "Đã ghi vào sổ, đợt nhập {id}. Xem lại: emul show {id}",
    "dry_run": "Chạy thử: chưa ghi gì vào sổ.",
    "nothing_new": "Mọi dòng đã có trong sổ: không có gì thay đổi.",
    "demo_done": "Sổ thử nằm ở {file}: xem tiếp bằng emul --db {file} list exemplars. Người trong danh sách là hư cấu.",
    "not_a_demo": "Tệp «{file}» trong thư mục này không phải sổ thử; emul không ghi đè. Hãy chạy emul demo ở thư mục khác.",
    "returned_title": "Các dòng chưa nhập được",
    "reason_heading": "Lý do",
    "returned": "Các dòng bị từ chối đã ghi vào {file}: gửi lại đơn vị sửa, rồi nhập tệp đó.",
}
