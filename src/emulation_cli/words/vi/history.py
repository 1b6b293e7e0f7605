"""Lời của lịch sử sổ và việc hoàn lại."""

SENTENCES = {
    "no_such_change": "Không có lần ghi «{id}». Xem các lần ghi: emul history.",
    "nothing_to_undo": "Chưa có gì để hoàn lại.",
    "no_undo_of": "{id} «{command}» không hoàn lại bằng undo: sau khi lấy lại bản sao lưu, muốn quay lại thì lấy lại một bản khác (emul restore); tên đã xóa (purge) là xóa hẳn; sau compact thì dùng emul compact --undo. Để hoàn lại lần ghi trước đó: emul undo {earlier}.",
    "without_years": "Ở đây thiếu những năm cũ của nhật ký: chúng nằm trong {files}, tệp không có bên cạnh sổ.",
    "log_absent": "Những năm cũ của nhật ký nằm trong «{path}», nhưng tệp không có ở đó hoặc không phải tệp đã cất. Hãy đặt tệp bên cạnh sổ rồi làm lại.",
    "nothing_in_change": "Lần ghi {id} không đổi gì trong sổ, không có gì để hoàn lại.",
    "already_undone": "Lần ghi {id} đã được hoàn lại bởi {by}. Muốn làm lại: emul undo {by}.",
    "changed_since": (
        "Không hoàn lại được {id}: sau đó {records} đã được ghi tiếp ({changes}). Hãy hoàn lại các lần ghi sau trước, lần mới nhất trước."
    ),
    "depended_on": "Không hoàn lại được: {records} đang dựa vào những gì sẽ mất. Hãy sửa hoặc hoàn lại các bản ghi này trước.",
    "identity_taken": "Không hoàn lại được: mã hoặc tên của {record} nay đã dùng cho bản ghi khác. Xem: emul history {record}.",
    # Câu kể
    "added": "ghi mới: {values}",
    "removed": "xóa khỏi sổ: {values}",
    "part_added": "thêm: {values}",
    "part_removed": "bỏ: {values}",
    "changed": "{column}: {old} → {new}",
    "only_latest": "Đây là {count} lần ghi gần nhất; xem tất cả: emul history --all.",
    "took_back": "(hoàn lại {id})",
    "only_first": "Đây là {count} bản ghi đầu của lần ghi này; xem tất cả: emul history {id} --all.",
    "and_more": "… và {count} bản ghi nữa.",
    "ask_undo": "Hoàn lại tất cả những điều trên?",
    "not_undone": "Không hoàn lại gì.",
    "undone": "Đã hoàn lại {id} «{command}»: {count} bản ghi trở lại như trước. Làm lại: emul undo {by}.",
    # Số liệu như đã ghi
    "before_the_log": "Nhật ký của sổ bắt đầu ngày {since}; không biết sổ ngày {day} thế nào.",
    "as_recorded": "Số liệu như đã ghi đến hết ngày {day} ({change}).",
    "saved": "Đã lưu với tên «{name}»; lần sau chỉ cần: {again}. Hoàn tác: emul undo.",
    "saved_again": "Đã lưu với tên «{name}», thay yêu cầu cũ cùng tên. Hoàn tác: emul undo.",
    "forgotten": "Đã bỏ yêu cầu đã lưu «{name}». Hoàn tác: emul undo.",
    "not_saved": "Chưa lưu yêu cầu nào tên «{name}». Yêu cầu đã lưu: {names}.",
    "saved_ones": "Yêu cầu đã lưu: {names}.",
    "name_is_period": "«{name}» là một kỳ; hãy chọn tên khác, ví dụ quy.",
    "kept_before": "Đã có báo cáo giữ với tên «{name}». Chọn tên khác.",
    "not_kept": "Không có báo cáo giữ với tên «{name}». Đang giữ: {names}.",
    "kept": 'Đã giữ báo cáo này với tên «{name}». Đối chiếu về sau: --against "{name}".',
    "kept_otherwise": 'Báo cáo «{name}» được lập với yêu cầu khác. Đối chiếu bằng: emul report {request} --against "{name}".',
    "differing": "{count} số liệu khác nhau giữa C{older} và C{newer}. Xem một lần ghi: emul history C…",
}
