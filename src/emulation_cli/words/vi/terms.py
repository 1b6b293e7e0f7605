"""Lời của các lệnh về danh mục."""

SENTENCES = {
    "joined": "Đã gộp «{other}» vào «{kept}»: {count} dòng chuyển theo. Hoàn tác: emul undo.",
    "cannot_join": "«{one}» và «{other}» không cùng một danh mục, hoặc là một: không gộp được.",
    "not_hers": "«{name}» thuộc danh mục của chương trình, việc đếm dựa vào đó: chỉ sửa được tên, không gộp được.",
}
