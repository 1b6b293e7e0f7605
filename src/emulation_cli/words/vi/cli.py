"""Lời của chương trình quanh các lệnh: lỗi dùng lệnh, lỗi tệp, câu hỏi."""

SENTENCES = {
    "see_terms": "xem emul list terms --of {of}",
    "manual_title": "Sách hướng dẫn emul",
    "not_in_manual": "Sách hướng dẫn không nói đến «{text}». Xem cả sách: emul manual.",
    "manual_written": "Sách hướng dẫn: {path}. Mở tệp này bằng trình duyệt.",
    "welcome": """emul: sổ thi đua, khen thưởng của một cơ quan, và báo cáo từ sổ đó.

Bắt đầu
  emul demo              xem thử với số liệu mẫu và báo cáo hoàn chỉnh
  emul init              lập sổ của cơ quan
  emul import TỆP…       đưa danh sách Excel vào sổ

Việc hằng ngày
  emul add-exemplar      ghi một điển hình tiên tiến (thiếu gì sẽ được hỏi)
  emul search CHỮ        tìm bằng chữ không dấu
  emul report 2021-2023  báo cáo một kỳ

Tất cả các lệnh: emul --help. Cách dùng một lệnh: emul report --help.
""",
    "warning": "Lưu ý: {text}",
    "yes_or_no": "[c/K]",
    "more_candidates": "… và {count} mục nữa; gõ thêm vài chữ của tên",
    "the_output": "đầu ra",
    # Dùng lệnh sai
    "no_such_command": "Không có lệnh «{name}». Xem các lệnh: emul --help.",
    "no_such_command_but": "Không có lệnh «{name}». Có phải: {near}? Xem các lệnh: emul --help.",
    "no_such_option": "Không có tùy chọn {option}. Xem: {command} --help.",
    "no_such_option_but": "Không có tùy chọn {option}. Có phải: {near}? Xem: {command} --help.",
    "option_needs_value": "Tùy chọn {option} cần một giá trị đi kèm.",
    "option_twice": "Tùy chọn {option} được ghi hai lần; chỉ dùng được một giá trị.",
    "replace_changed": "«{file}» đã được sửa sau khi emul ghi, hoặc không phải do emul ghi. Thay tệp này?",
    "changed_since": "«{file}» đã được sửa sau khi emul ghi, hoặc không phải do emul ghi, nên được giữ nguyên. Chọn tên khác, hoặc thêm --yes để thay.",
    "option_takes_no_value": "Tùy chọn {option} không nhận giá trị.",
    "extra_arguments": "Thừa: «{words}». Tên có dấu cách phải đặt trong ngoặc kép. Xem: {command} --help.",
    "missing": "Thiếu {names}. Xem: {command} --help.",
    "missing_options": "Thiếu {names}.",
    "bad_value": "Giá trị của {name} không dùng được.",
    "bad_usage": "Không hiểu dòng lệnh. Xem: {command} --help.",
    "unknown_language": "Không có ngôn ngữ «{text}»: chọn vi hoặc en.",
    "unknown_term": "--{option}: không có «{text}». Có thể là: {near}.",
    "tried": "Chạy thử: chưa ghi gì vào sổ.",
    "unknown_shell": "Chưa có gợi ý cho «{text}». Chọn: {known}.",
    "unknown_format": "--format: không có dạng «{text}». Chọn: {known}.",
    "unknown_noun": "Không có danh sách «{text}». Chọn: {known}.",
    "option_not_for_noun": "Tùy chọn {option} không dùng cho {noun}.",
    "all_of_it": "Lệnh này xuất toàn bộ sổ: hãy bỏ «{nouns}», hoặc nêu tên tệp bằng -o.",
    "only_one_of": "Mỗi lần chỉ dùng một trong các tùy chọn: {options}.",
    "nothing_to_edit": 'Chưa nói sửa gì. Ví dụ: emul edit {id} --name "Tên đúng".',
    "use_cancel": 'Muốn hủy thì dùng: emul cancel {id} --reason "lý do".',
    "empty_value": "--{option}: chưa có nội dung.",
    "fill_needs_output": "Cần tên tệp để ghi: -o TỆP.docx",
    "no_marks": "{paper} có mỗi người một trang, mẫu đánh dấu chỉ lặp được dòng: dùng emul papers, hoặc trộn thư từ trang «Trộn thư» của danh sách khen thưởng (.xlsx).",
    "papers_need_folder": "Ghi cả bộ giấy tờ thì thêm -o THƯ-MỤC; xem một giấy tờ thì thêm --paper, một trong: {known}.",
    "not_a_day": "--{option}: «{text}» phải là một ngày trọn vẹn, ví dụ 04/10/2023.",
    "not_a_year": "--{option}: «{text}» phải là một năm, ví dụ 2023.",
    "not_a_number": "--{option}: «{text}» phải là một số nguyên.",
    "breaks_rule": "Có giá trị ngoài giới hạn cho phép, chưa ghi gì; quy tắc của sổ: {rule}.",
    "out_of_bounds": "--{option}: «{text}» không nằm trong khoảng từ {least} đến {most}.",
    "not_an_amount": "--{option}: «{text}» phải là số tiền tròn đồng, ví dụ 500.000.",
    "not_yes_or_no": "--{option}: «{text}» phải là có hoặc không.",
    "not_such_a_record": "«{id}» không phải là: {nouns}.",
    "no_such_record": "--{option}: không tìm thấy «{text}» trong sổ. Xem: emul list {noun}.",
    "several_records": "--{option}: có nhiều «{text}»: {found}. Hãy dùng mã.",
    "needs_yes": "Cần xác nhận: thêm --yes.",
    "not_found": "Không tìm thấy gì với «{text}».",
    # Tệp và sổ
    "no_such_file": "Không có tệp «{file}».",
    "not_allowed": "Không được phép mở hoặc ghi «{file}»: kiểm tra quyền, hoặc đóng tệp đang mở ở chương trình khác.",
    "is_a_folder": "«{file}» là thư mục, không phải tệp.",
    "disk_full": "Hết chỗ trên đĩa khi ghi {file}; bản cũ còn nguyên.",
    "file_trouble": "Không mở hoặc ghi được {file} ({why}).",
    "out_of_memory": "Máy không đủ bộ nhớ cho việc này; sổ không đổi.",
    "register_full": "Hết chỗ trên đĩa khi ghi sổ «{file}»; sổ còn nguyên như trước.",
    "no_text": "Một từ hoặc một tên trong lệnh có ký tự không đọc được. Hãy gõ lại, hoặc đổi tên tệp.",
    "register_busy": "Sổ «{file}» đang được một chương trình khác ghi; hãy thử lại sau ít phút.",
    "register_damaged": "Sổ «{file}» bị hỏng, không đọc được. Lấy lại bản sao lưu gần nhất: emul restore.",
    "register_unwritable": "Không đọc hoặc ghi được tệp sổ «{file}»: kiểm tra đĩa và quyền trên thư mục.",
    "interrupted": "Đã dừng; việc đang làm dở không được ghi.",
    "unexpected": (
        "Lỗi của chương trình ({kind}); lệnh này không ghi gì thêm. Xin báo cho người phụ trách emul; "
        "đặt EMUL_DEBUG=1 rồi chạy lại để có chi tiết."
    ),
    "unknown_setting": "Không hiểu «{text}». Viết: --set tên=giá trị, với tên là: {known}.",
    "known_or_new": "Danh mục đã có; chọn số, hoặc gõ lại «{text}» để thêm mới:",
    "part_on_screen_only": "--section và --by chỉ chọn phần hiện trên màn hình; tệp và --format luôn có đủ báo cáo. Hãy bỏ hai tùy chọn này, hoặc bỏ -o và --format.",
    "no_record_named": "Không có bản ghi nào tên «{text}». Thử tìm với ít từ hơn: emul search TỪ.",
    "several_named": "Có nhiều bản ghi tên «{text}»: {found}. Hãy dùng mã.",
    "no_record_but": "Không có bản ghi nào tên «{text}». Có thể là: {found}. Hãy dùng mã hoặc ghi đúng tên.",
    "missing_milestone": "Thiếu mốc cần ghi: {known}.",
    "list_all": "để xem cả {count} mục",
    "no_such_number": "--{option}: «{text}» chỉ là một số, không có trong danh mục.",
    "answer_needed": "Mục này phải có: hãy gõ vào, hoặc dừng bằng Ctrl-C (chưa ghi gì vào sổ).",
    "enter_skips": "Enter: bỏ qua",
    "two_birth_years": "Năm sinh ghi ở tên là {name}, ở --birth-year là {option}: hãy giữ một năm.",
    "no_such_choice": "Không có lựa chọn «{text}»: gõ số thứ tự, hoặc Enter nếu là người khác.",
    "other_day": "--date {date} khác ngày của {id} ({of_paper}); lượt khen tính theo ngày đó. Bỏ --date, hoặc sửa ngày: emul edit {id} --date.",
}
