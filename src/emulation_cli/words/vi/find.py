"""Lời của các lệnh tra cứu."""

SENTENCES = {
    "written": "Đã ghi tệp {file}.",
    "found": "Tìm thấy {count}. Xem một bản ghi: emul show MÃ.",
    "milestones": "Các mốc",
    "registration": "Đăng ký (không rõ mới hay duy trì)",
    "honours": "Khen thưởng",
    "cancelled": "Đã hủy ngày {date}: {reason}",
    "info.path": "Tệp sổ",
    "info.backups": "Sao lưu tự động ở",
    "info.size": "Dung lượng",
    "info.office": "Cơ quan",
    "info.language": "Ngôn ngữ",
    "info.units": "Đơn vị",
    "info.exemplars": "Điển hình",
    "info.models": "Mô hình",
    "info.events": "Hội nghị",
    "info.decisions": "Quyết định",
    "info.honours": "Lượt khen",
    "info.imports": "Lần nhập",
    "info.private": "Số liệu chỉ nằm trong tệp này; emul không gửi gì ra khỏi máy.",
}
