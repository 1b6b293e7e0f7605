"""Tệp Word của cơ quan: chỗ được đánh dấu, điền số liệu, kiểm lại."""

SENTENCES = {
    # Chữ của chỗ đánh dấu
    "unit": "đơn vị",
    "period": "kỳ",
    "cut_off": "ngày chốt số liệu",
    "sentence": "câu",
    "text": "lời văn",
    "list": "danh sách",
    # Nguồn khác ngoài báo cáo
    "of_table": "bảng",
    "of_tally": "thống kê",
    "of_decision": "quyết định",
    "of_dossier": "hồ sơ",
    "of_tally_example": "điển hình theo lĩnh vực, đối tượng",
    # Điền
    "filled": "Đã điền {count} chỗ.",
    "left": "Để nguyên «{request}» (không phải chữ của emul): {paragraph}",
    "no_places": "«{path}» không có chỗ nào để điền. Gõ [[điển hình.tổng số]] vào chỗ cần số; mọi chữ dùng được: emul fields KỲ.",
    "refused": "Chưa điền: {count} chỗ không điền được, chưa ghi tệp nào.",
    "unknown": "[[{request}]] trong đoạn «{paragraph}»: không có số liệu này. Gần nhất: {near}.",
    "unclosed": "đoạn «{paragraph}»: [[ và ]] không thành cặp.",
    "not_alone": "[[{request}]] trong đoạn «{paragraph}»: một bảng phải đứng riêng một đoạn.",
    "two_lists": "[[{request}]] trong đoạn «{paragraph}»: một dòng chỉ lặp theo một danh sách.",
    "unreadable": "Không đọc được «{path}»: {reason}",
    "no_word_file": "«{path}» không phải tệp Word (.docx) đọc được. Mở bằng Word hoặc LibreOffice rồi lưu thành .docx.",
    "a_table": "(bảng {count} dòng)",
    "a_list": "({count} dòng, dòng đầu: {first})",
    "every_mark": "Các chỗ đánh dấu của emul",
    # Kiểm lại
    "agrees": "ĐÚNG     {value}: {phrase}",
    "differs": "KHÁC     {value} trong «{paragraph}»: sổ ghi {now} ({phrase}).{see}",
    "place_differs": "KHÁC     {value} trong «{paragraph}»: chỗ đã điền «{phrase}», nay sổ ghi {now}.{see}",
    "see": " Xem: {command}",
    "sum_wrong": "SAI TỔNG {value} trong «{paragraph}»: các phần là {phrase}.",
    "not_understood": "CHƯA RÕ  {value} trong «{paragraph}»",
    "verified": "{agrees} số đúng với sổ, {differs} số khác, {not_understood} số chưa rõ.",
}
