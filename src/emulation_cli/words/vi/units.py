"""Đơn vị qua các thời kỳ: sáp nhập, chia tách, tách sổ, hợp sổ, trùng nhau."""

SENTENCES = {
    "unknown_map": "Không hiểu --units {text}. Có thể viết: then (đơn vị khi đó), now (đơn vị hiện nay).",
    "follows": "Từ ngày {date}: «{old}» nay là «{new}».",
    "ended": "{id} {name}: hết hiệu lực từ ngày đó.",
    "begun": "{id} {name}: có từ ngày {date}.",
    "follows_itself": "«{unit}» không thể tiếp nối chính mình. Xem lại các đơn vị đã nêu.",
    "succession_known": "Sổ đã ghi «{new}» tiếp nối «{old}»; không có gì mới.",
    "succession_otherwise": "Sổ đã ghi «{new}» tiếp nối «{old}» từ ngày {day}. Muốn đổi ngày: emul undo rồi ghi lại.",
    "extracted": "Đã tách sổ của «{unit}» vào {file}: {counts}.",
    "now_is": "{name} (nay là {new})",
}
