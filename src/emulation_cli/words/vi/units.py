"""Đơn vị qua các thời kỳ: sáp nhập, chia tách, tách sổ, hợp sổ, trùng nhau."""

SENTENCES = {
    "unknown_map": "Không hiểu --units {text}. Có thể viết: then (đơn vị khi đó), now (đơn vị hiện nay).",
    "elsewhere": "«{unit}» được tính theo địa giới cuối kỳ; hồ sơ của {count} đơn vị từng trực thuộc nay đứng ở nơi khác. Xem theo thời điểm lập: thêm --units then.",
    "follows": "Từ ngày {date}: «{old}» nay là «{new}».",
    "ended": "{id} {name}: hết hiệu lực từ ngày đó.",
    "begun": "{id} {name}: có từ ngày {date}.",
    "not_there_yet": "«{unit}» có từ ngày {day}, nên không thể được đơn vị khác tiếp nối vào hoặc trước ngày đó. Xem lại các đơn vị đã nêu.",
    "follows_itself": "«{unit}» không thể tiếp nối chính mình. Xem lại các đơn vị đã nêu.",
    "succession_known": "Sổ đã ghi «{new}» tiếp nối «{old}»; không có gì mới.",
    "succession_otherwise": "Sổ đã ghi «{new}» tiếp nối «{old}» từ ngày {day}. Muốn đổi ngày: emul undo rồi ghi lại.",
    "would_extract": "Chạy thử: sổ của «{unit}» sẽ gồm {counts}. Chưa ghi tệp nào.",
    "extracted": "Đã tách sổ của «{unit}» vào {file}: {counts}.",
    # Hợp sổ
    "unknown_preference": "Không hiểu --prefer {text}. Có thể viết: {known}.",
    "not_a_match": 'Không hiểu --same-unit {text}. Hãy viết như: "Xã Cẩm Duệ=U9", hoặc "Xã Cẩm Duệ=new".',
    "merge_with_itself": "{path} chính là sổ này; không thể hợp sổ với chính nó.",
    "merged_from": "{name}: thêm {added}; đổi {changed} giá trị; bỏ {removed} dòng.",
    "changed": "  {id} {column}: {old} → {new}",
    "unmatched": '{source}: đơn vị «{name}» có thể là {units}. Hãy cho biết: --same-unit "{name}=U…", hoặc "{name}=new".',
    "purged_here": "{source}, {id}: tên này đã được xóa theo yêu cầu ở sổ này. Nếu là người khác trùng tên, thêm --another-person; nếu không, hãy xóa ở sổ ấy trước: emul --db TỆP purge {id}.",
    "purged_there": "{id} ở sổ này mang tên đã được xóa theo yêu cầu ở {source}. Nếu là người khác trùng tên, thêm --another-person; nếu không, hãy xóa trước: emul purge {id}.",
    "edit_ahead": "{id} {column}: lần sửa do đồng hồ sai, ở tương lai, được coi là cũ hơn ({edit}).",
    "conflict": (
        "{id} «{name}», {column}: hai bên cùng sửa.\n"
        "  sổ này: {mine} ({my_edit})\n  {source}: {theirs} ({their_edit})"
    ),
    "edited": "{who}, {date} {time} UTC",
    "as_recorded": "như lúc ghi",
    "which_value": "Giữ giá trị nào",
    "keep_mine": "của sổ này",
    "take_theirs": "của sổ kia",
    "decide_later": "để sau (không hợp sổ)",
    "which_unit": "«{name}» trong sổ {source} là đơn vị nào",
    "none_of_them": "không phải đơn vị nào trong số đó: đơn vị mới",
    "merge_now": "Hợp sổ?",
    "merge_blocked": "Chưa hợp sổ: còn chỗ phải quyết định. Chạy lại ở màn hình, hoặc với --prefer mine|theirs|newer, --same-unit, --another-person.",
    "merged": "Đã hợp sổ ({id}). Muốn trả về như cũ: emul undo {id}.",
    "merge_dry_run": "Chỉ làm thử: chưa ghi gì.",
    "nothing_new": "Không có gì mới.",
    "tables_here": "«{names}»: sổ {name} có bảng cùng tên nhưng lập khác; bảng của sổ này giữ nguyên.",
    "table.accepted_finding": "điểm lạ đã ghi nhận là đúng",
    "table.kept_table": "bảng tự lập",
    "table.unit": "đơn vị",
    "table.exemplar": "điển hình",
    "table.model": "mô hình",
    "table.event": "hội nghị",
    "table.movement": "phong trào",
    "table.proposal": "đề nghị",
    "table.dossier": "hồ sơ",
    "table.presenter": "người trao",
    "table.publication": "tin, bài tuyên truyền",
    "table.target": "chỉ tiêu",
    "table.decision": "quyết định",
    "table.honour": "lượt khen",
    "table.registration": "đăng ký",
    "table.model_milestone": "mốc của mô hình",
    "table.exemplar_milestone": "mốc của điển hình",
    "table.unit_succession": "lần sáp nhập, chia tách",
    "table.reported_figure": "số liệu từ văn bản",
    # Trùng nhau
    # Hai bàn làm việc
    "shared_network": (
        "Lưu ý: sổ nằm trên ổ mạng. Hai máy cùng ghi một lúc có thể làm hỏng sổ. "
        "Nên để sổ trên máy, mỗi người một sổ, rồi hợp lại: emul merge."
    ),
    "shared_synchronised": (
        "Lưu ý: sổ nằm trong thư mục đồng bộ. Phần mềm đồng bộ có thể chép tệp khi đang ghi, hoặc giữ hai bản khác nhau. "
        "Nên để sổ ngoài thư mục đó, mỗi người một sổ; hai bản đã khác nhau thì hợp lại: emul merge."
    ),
    "successions": "Sáp nhập, chia tách",
    "followed_by": "nay là {name}",
    "following": "tiếp nối {name}",
    "several_units": "nhiều đơn vị",
    "now_is": "{name} (nay là {new})",
}
