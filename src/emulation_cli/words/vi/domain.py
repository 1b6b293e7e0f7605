"""Lời từ chối và nhắc nhở do quy tắc của sổ đưa ra."""

SENTENCES = {
    "reversed_period": "Kỳ «{text}» kết thúc trước khi bắt đầu: hãy viết ngày đầu trước, ngày cuối sau.",
    "unreadable_period": (
        "Không hiểu kỳ «{text}». Có thể viết: 2023; 2021-2023; quý III/2023 hoặc Q3/2023; 6 tháng đầu năm 2023; "
        "9 tháng 2023; 09/2023; nhiệm kỳ 2020-2025; năm học 2022-2023; học kỳ I năm học 2022-2023; năm nay; đầu năm đến nay; 01/01/2021-04/10/2023."
    ),
    "school_year": "Năm học «{text}» phải gồm hai năm liền nhau, ví dụ: năm học 2022-2023.",
    "impossible_date": "Không có ngày «{date}» trong lịch.",
    "bad_year": "Năm {year} không hợp lệ: phải từ {earliest} đến {latest}.",
    "unreadable_date": "Không hiểu ngày «{text}». Có thể viết: 04/10/2023; 10/2023; 2023; 2023-10-04.",
    "old_sqlite": "Thư viện SQLite {version} của Python này quá cũ; hãy cài Python mới hơn.",
    "damaged_register": "Tệp sổ «{path}» bị hỏng, không đọc được. Lấy lại bản sao lưu gần nhất: emul restore.",
    "no_register": "Chưa có sổ ở «{path}». Lập sổ mới: emul init; xem thử trước: emul demo.",
    "unreadable_register": "Không mở được tệp sổ «{path}»: {reason}.",
    "not_a_file": "«{path}» không phải là một tệp thường (có thể là thư mục, ống dẫn hoặc thiết bị); đã để nguyên.",
    "not_a_register": "Tệp «{path}» không phải là sổ của emul; tệp được giữ nguyên.",
    "newer_register": "Sổ «{path}» do bản emul mới hơn lập (phiên bản {version}, chương trình này biết đến {known}). Hãy cập nhật emul.",
    "register_exists": "Đã có tệp «{path}»; emul không ghi đè. Xem sổ: emul info.",
    "cannot_create": "Không lập được sổ ở «{path}»: {reason}.",
    "new_field": "lĩnh vực «{field}» chưa có trong danh mục, đã thêm mới (gần giống: {nearest}).",
    "possible_double": "có thể trùng với {id} «{name}» của cùng đơn vị. Nếu là một, hãy hủy bản thừa: emul cancel.",
    "second_unit": "trong sổ đã có {units}, chưa có gì phân biệt với «{name}». Nếu là một: emul undo.",
    "outside_life": "đơn vị {unit} không tồn tại vào {date}. Chọn đơn vị khác: emul edit … --unit.",
    "unit_code_taken": "Mã đơn vị «{code}» đã dùng cho {id}.",
    "term_exists": "«{text}» đã có trong danh mục với mã {code}.",
    "no_such_id": "Không có bản ghi «{id}» trong sổ. Tìm mã: emul search, emul list.",
    "cannot_cancel": "Không hủy được «{id}»: chỉ hủy được đơn vị, điển hình, mô hình, hội nghị, quyết định và lượt khen.",
    "already_cancelled": "«{id}» đã được hủy trước đây (lý do: {reason}).",
    "unit_in_use": "Không hủy được đơn vị {id}: còn {count} bản ghi thuộc đơn vị này.",
    "honours_leave": "{count} lượt khen vẫn gắn với quyết định đã hủy; hãy xem lại từng lượt: emul list honours --decision.",
    "not_marked": "{id} «{name}» không có mốc này vào ngày này.",
    "already_marked": "{id} «{name}» đã có mốc này vào ngày này.",
    "registration_needs_year": "Đăng ký của {id} «{name}» phải có năm: thêm --date, ví dụ --date 2023.",
    "already_registered": "{id} «{name}» đã được đăng ký năm {year}.",
    "unfit_milestone": (
        "Mốc «{milestone}» không dùng cho {id}. Điển hình: phát hiện, bồi dưỡng, nhân rộng. "
        "Mô hình: đăng ký, duy trì, thẩm định, công nhận, nhân rộng, dừng."
    ),
    "ambiguous_unit": "«{text}» có thể là nhiều đơn vị: {units}. Hãy dùng mã, ví dụ --unit U3.",
    "unknown_unit": "Không có đơn vị «{text}» trong sổ. Gần giống: {nearest}. Thêm đơn vị: emul add-unit.",
    "unit_below_itself": "Đơn vị {id} không thể trực thuộc chính nó hoặc một đơn vị cấp dưới của nó.",
    "level_of_recognition": "Chỉ mốc «công nhận» mới có cấp (--level); {id} chưa được ghi.",
}
