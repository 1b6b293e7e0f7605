"""What the random office of the made lists says: headings, names, titles, what stands below.

Each field has headings that the rules know and, behind the bar, words of real lists that no table
of rules holds: a list that only repeats what is known would measure nothing.
"""

FAMILIES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đào",
    "Đoàn",
    "Trịnh",
    "Trương",
    "Đinh",
    "Tống",
    "Cao",
    "Hà",
    "Thái",
    "Tô",
    "Từ",
    "Lưu",
]
MIDDLES = {
    "male": ["Văn", "Đình", "Hữu", "Quang", "Công", "Xuân", "Bá", "Đức", "Minh", "Tổng"],
    "female": ["Thị", "Thị", "Thu", "Thị", "Ngọc", "Thị", "Kim", "Thị", "Thanh"],
}
GIVEN = [
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Hiền",
    "Hòa",
    "Hùng",
    "Hương",
    "Khoa",
    "Lan",
    "Lâm",
    "Liên",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Phúc",
    "Phương",
    "Quân",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thu",
    "Tuấn",
    "Vinh",
    "Yến",
    "Ký",
    "Cộng",
    "Đông",
]
HONORIFICS = {"male": ("Ông", "Đ/c", "Anh", "Thầy"), "female": ("Bà", "Đ/c", "Chị", "Cô")}
VILLAGES = [
    "Đông",
    "Tây",
    "Nam",
    "Bắc",
    "Yên",
    "Giang",
    "Mỹ",
    "Hòa",
    "Sơn",
    "Trung",
    "Bình",
    "Vinh",
    "Ngọc",
    "Hà",
    "Tiến",
    "Thắng",
]
BODIES = (
    "Chi hội Phụ nữ thôn {v}", "Chi bộ thôn {v}", "Tổ tự quản thôn {v}", "CLB Dưỡng sinh thôn {v}",
    "Ban Công tác Mặt trận thôn {v}", "Tổ hợp tác số {n}", "Nhân dân và cán bộ thôn {v}", "Đội văn nghệ thôn {v}",
    "Chi đoàn thôn {v}", "Tổ vay vốn số {n}", "Hợp tác xã rau sạch {v}", "Câu lạc bộ thơ thôn {v}",
    "Tổ {n}", "Khối Dân vận thôn {v}", "Thôn {v}",
)  # fmt: skip
# Bodies whose first words are those of signatures, totals, sections, notes.
ODD_BODIES = (
    "Kế toán các hợp tác xã thôn {v}", "Thủ quỹ các chi hội thôn {v}", "Cộng đồng dân cư thôn {v}", "Tổng đội xung kích {v}",
    "Ký túc xá học sinh {v}", "Bí thư các chi đoàn thôn {v}", "Hộ kinh doanh chợ {v}", "Cá nhân và tập thể tổ {n}",
    "Chủ tịch các hội đoàn thể thôn {v}", "Đoàn thanh niên thôn {v}", "Hội đồng nghĩa vụ {v}", "Nơi tiếp công dân {v}",
    "{n}. Chi hội Nông dân thôn {v}", "TT Văn hóa {v}", "Trưởng ban công tác các thôn {v}",
)  # fmt: skip
WORKS = (
    "Nuôi {t} thôn {v}", "Trồng {t} ở {v}", "Camera an ninh {v}", "Tuyến đường hoa {v}", "Tiếng kẻng an ninh {v}",
    "Thắp sáng đường quê {v}", "Tủ sách thôn {v}", "Xóm không rác {v}", "Nhóm hộ giúp nhau {v}", "Zalo kết nối {v}",
    "Vườn mẫu {v}", "Mẹ đỡ đầu {v}", "Tổ tuần tra đêm {v}", "Hòa giải thôn {v}", "Một cửa thân thiện {v}",
)  # fmt: skip
ODD_WORKS = (
    "Bí thư {v} gần dân", "Chủ tịch xã nghe dân {v} nói", "Ký cam kết sạch ngõ {v}", "Cộng đồng không thuốc lá {v}",
    "Tổng vệ sinh thôn {v}", "Lưu ý an toàn điện {v}", "Ghi chú việc tốt {v}", "Kế toán giúp dân {v}", "{n} không {n} sạch {v}",
    "{n}. Sạch nhà {v}", "- Sạch ngõ {v}", "Ngày thứ Bảy xanh {v}", "Thôn {v} không rác", "Cá nhân hiến đất {v}", "Hộ gia đình sạch {v}",
    "Tập thể gương mẫu {v}", "Xác nhận một lần {v}", "Năm 2022 không khói bụi {v}", "II. Sáng xanh {v}", "Danh sách việc tốt {v}",
    "TM điện tử {v}", "Nơi nhận hồ sơ tại nhà {v}", "Cộng: một việc tốt {v}", "Kinh tế vườn {v}", "Giám đốc HTX {v} giỏi",
    "Thủ trưởng lắng nghe {v}", "(Điểm) Vườn mẫu {v}", "\"Dân vận khéo\" ở {v}", "365 ngày vì dân {v}", "Khen thưởng hằng tuần {v}",
    "Trưởng ban giỏi việc {v}", "Phó bí thư và thanh niên {v}", "Hiệu trưởng đến từng nhà {v}", "STT 01 Ánh sáng {v}",
)  # fmt: skip
THINGS = ["bò", "ong", "dê", "bưởi", "cam", "gà đồi", "rau sạch", "nấm", "sen", "hươu"]
POSITIONS = [
    "Trưởng thôn",
    "Bí thư Chi bộ",
    "Giáo viên",
    "Hội viên",
    "Công chức Văn hóa",
    "Chi hội trưởng",
    "Phó Chủ tịch",
    "Y sĩ",
    "Cán bộ hưu trí",
    "Nông dân",
]
EXEMPLAR_FIELDS = [
    "Phát triển kinh tế",
    "Y tế",
    "Giáo dục và đào tạo",
    "Bảo vệ môi trường",
    "An ninh trật tự",
    "Chuyển đổi số",
    "Nhân đạo, từ thiện",
    "Xây dựng nông thôn mới",
    "Văn hóa, thể thao",
]
MODEL_FIELDS = {
    "KT": ("Kinh tế", "KT", "Phát triển kinh tế"), "VHXH": ("Văn hóa - xã hội", "VHXH", "VH-XH", "Văn hóa xã hội"),
    "QPAN": ("Quốc phòng - an ninh", "QP-AN", "QPAN", "Quốc phòng, an ninh"), "HTCT": ("Xây dựng hệ thống chính trị", "HTCT", "Hệ thống chính trị"),
}  # fmt: skip
FORMS = {
    "individual": ("Giấy khen", "Bằng khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"),
    "collective": (
        "Giấy khen",
        "Bằng khen",
        "Tập thể lao động tiên tiến",
        "Tập thể lao động xuất sắc",
    ),
    "household": ("Giấy khen",),
}
CONFERENCES = (
    ("interim_review", "Hội nghị sơ kết {x}"),
    ("final_review", "Hội nghị tổng kết {x}"),
    ("praise", "Lễ tuyên dương {x}"),
    ("praise", "Hội nghị biểu dương {x}"),
)
ABOUT = (
    "công tác dân vận",
    "phong trào thi đua",
    "điển hình nông dân",
    "xây dựng nông thôn mới",
    "gương người tốt",
    "Chỉ thị 05",
    "công tác Mặt trận",
    "chương trình giảm nghèo",
)
PLACES = (
    "Hội trường UBND huyện",
    "Nhà văn hóa huyện",
    "Hội trường Huyện ủy",
    "Hội trường xã",
    "Nhà văn hóa thôn 3",
)

KIND_CELLS = {
    "collective": ("Tập thể", "TT", "tập thể", "T.thể"), "individual": ("Cá nhân", "CN", "cá nhân", "C.nhân"), "household": ("Hộ gia đình", "HGĐ", "hộ gia đình", "Hộ GĐ"),
}  # fmt: skip

# known headings || headings of real lists that no table of rules was made from
HEADINGS = {
    "exemplars.name": "Tên điển hình|Tập thể, cá nhân|Tên tập thể, cá nhân|Họ và tên/Tên tập thể|Điển hình tiên tiến||Họ tên, tên tập thể|Tên cá nhân, tập thể được giới thiệu|Tên gương tiêu biểu|Cá nhân/tập thể điển hình|Họ tên cá nhân hoặc tên tập thể|Gương sáng|Danh tính điển hình|Tập thể hoặc người được nêu gương|Tên của điển hình",
    "individual.name": "Họ và tên|Họ tên|Họ và tên cá nhân||Họ, tên|Họ và tên đồng chí|Họ tên điển hình|Họ và tên (chữ in thường)|Danh tính|Họ và tên người được giới thiệu|Họ tên ông (bà)|Họ và tên (ghi đầy đủ, có dấu)",
    "collective.name": "Tên tập thể|Tập thể điển hình||Tên đơn vị/tập thể|Tên tập thể được khen|Tập thể tiêu biểu|Tên tập thể được biểu dương|Danh tính tập thể|Tên gọi tập thể|Tập thể đạt thành tích",
    "models.name": "Tên mô hình|Mô hình dân vận khéo|Tên mô hình dân vận khéo||Tên mô hình, cách làm|Tên gọi của mô hình|Mô hình đăng ký thực hiện|Tên mô hình/phần việc|Tên mô hình/cách làm/việc làm|Nội dung mô hình (tên gọi)|Mô hình, phần việc cụ thể|Tên công trình, mô hình",
    "honours.name": "Tên tập thể, cá nhân|Họ và tên/Tên tập thể|Đối tượng được khen thưởng||Tập thể, cá nhân được tặng thưởng|Tập thể, cá nhân, hộ được khen|Tên đối tượng được khen|Họ tên, tên đơn vị được khen|Người và tập thể được khen|Đối tượng được tặng|Họ tên, tập thể được ghi nhận|Tên người (tập thể) nhận khen",
    "events.name": "Tên hội nghị|Nội dung hội nghị||Tên cuộc hội nghị|Hội nghị, sự kiện|Tên gọi hội nghị|Hội nghị về việc|Tên buổi lễ, hội nghị",
    "unit": "Đơn vị|Đơn vị công tác|Xã, thị trấn|Cơ quan, đơn vị|Thuộc đơn vị||Phường/xã|Thuộc xã/thị trấn|Đơn vị, địa phương|Nơi làm việc hiện nay|Thuộc cơ quan|Tên đơn vị/địa phương|Đơn vị (xã, thị trấn)|Nơi quản lý|Trực thuộc xã, thị trấn|Đang công tác, sinh hoạt tại|Địa phương quản lý|Xã, thị trấn giới thiệu",
    "models.unit": "Đơn vị|Đơn vị thực hiện|Đơn vị đăng ký|Xã, thị trấn||Đơn vị có mô hình|Đơn vị triển khai|Thuộc xã/thị trấn|Cơ sở thực hiện|Nơi thực hiện|Xã triển khai|Đơn vị làm chủ mô hình|Thuộc đơn vị nào",
    "events.unit": "Đơn vị tổ chức|Đơn vị chủ trì|Cơ quan chủ trì||Cơ quan đứng ra tổ chức|Chủ trì tổ chức|Bên tổ chức|Đơn vị đứng ra tổ chức|Bên chủ trì",
    "exemplars.field": "Lĩnh vực|Thuộc lĩnh vực|Lĩnh vực hoạt động||Lĩnh vực thi đua|Lĩnh vực công tác nổi trội|Phong trào/lĩnh vực|Lĩnh vực tiêu biểu|Mảng việc|Thuộc ngành, mảng|Nội dung thi đua|Lĩnh vực được ghi nhận",
    "models.field": "Lĩnh vực|Thuộc lĩnh vực||Lĩnh vực thực hiện|Mô hình thuộc lĩnh vực|Nhóm/lĩnh vực|Mảng|Nhóm nội dung|Thuộc nhóm lĩnh vực nào",
    "position": "Chức vụ|Chức danh|Chức vụ công tác||Chức vụ đảm nhận|Chức vụ, nhiệm vụ|Chức vụ/nghề nghiệp|Vị trí công tác|Giữ chức|Công việc, chức vụ|Chức trách được giao",
    "birth_year": "Năm sinh|Sinh năm||Năm sinh (dương lịch)|Năm sinh của cá nhân|Năm sinh (ghi 4 số)|Sinh vào năm|Năm sinh của người được khen",
    "birth_date": "Ngày sinh|Ngày tháng năm sinh||Ngày, tháng, năm sinh (cá nhân)|Sinh ngày|Ngày/tháng/năm sinh|Sinh ngày tháng năm|Ngày sinh (ngày/tháng/năm)",
    "gender": "Giới tính|Nam/Nữ||Giới tính (Nam/Nữ)|Nam hay nữ|Phái (nam/nữ)|Nam (nữ)|Giới tính của cá nhân",
    "kind": "Đối tượng|Loại|Phân loại||Loại đối tượng|Là tập thể/cá nhân|Đối tượng (TT/CN/HGĐ)|Thuộc diện|Tập thể/Cá nhân/Hộ|Đối tượng nào|Nhóm đối tượng",
    "discovered.year": "Năm phát hiện|Năm được phát hiện||Phát hiện năm|Năm phát hiện, giới thiệu|Được phát hiện từ năm|Phát hiện lần đầu năm|Năm được phát hiện, nêu gương|Năm phát hiện (ghi 4 số)",
    "discovered.date": "Ngày phát hiện|Thời điểm phát hiện||Ngày được phát hiện|Phát hiện (ngày/tháng/năm)|Thời gian được phát hiện|Phát hiện lúc|Mốc phát hiện|Phát hiện vào ngày",
    "year": "Năm|Năm đăng ký|Năm thực hiện||Đăng ký năm|Năm đăng ký thực hiện|Năm đăng ký mô hình|Năm làm|Đăng ký cho năm|Thuộc năm",
    "status": "Tình trạng|Trạng thái||Tình trạng mô hình|Đăng ký mới/duy trì|Mới/tiếp tục|Diện đăng ký|Đăng ký mới hay duy trì",
    "form": "Hình thức khen thưởng|Hình thức|Danh hiệu, hình thức khen thưởng||Hình thức KT|Hình thức được khen|Danh hiệu/Hình thức khen|Hình thức khen thưởng được tặng|Được tặng gì|Hình thức đã trao|Danh hiệu đã nhận|Mức khen",
    "decision_number": "Số quyết định|Số QĐ||Số hiệu quyết định|QĐ số|Số quyết định khen|Theo QĐ số|QĐ (số)|Số hiệu văn bản khen",
    "decision_date": "Ngày quyết định|Ngày QĐ|Ngày ký||Ngày ký quyết định|Ngày, tháng của quyết định|QĐ ký ngày|Ngày có quyết định|Ban hành ngày",
    "decision": "Số, ngày quyết định|Quyết định||Số, ngày QĐ|Quyết định (số, ngày)|Số và ngày quyết định|Văn bản khen (số, ngày)|Theo quyết định số, ngày|QĐ khen thưởng (số/ngày)",
    "amount": "Tiền thưởng|Mức thưởng|Số tiền||Tiền thưởng kèm theo (đồng)|Mức tiền thưởng (đồng)|Tiền thưởng (đ)|Số tiền được thưởng|Thưởng kèm (đ)|Tiền thưởng, đồng",
    "type": "Loại hội nghị||Loại hình hội nghị|Thuộc loại hội nghị|Loại cuộc|Tính chất hội nghị",
    "date": "Ngày tổ chức|Thời gian|Ngày||Thời gian tiến hành|Ngày diễn ra|Tổ chức ngày|Tiến hành ngày|Họp ngày|Được tổ chức ngày|Ngày mở hội nghị",
    "place": "Địa điểm|Địa điểm tổ chức||Nơi tổ chức hội nghị|Địa điểm diễn ra|Nơi họp|Chỗ tổ chức|Diễn ra tại",
    "position_unit": "Chức vụ, đơn vị|Chức vụ, đơn vị công tác||Chức vụ - nơi công tác|Chức vụ và đơn vị|Đơn vị, chức vụ|Chức danh và nơi làm việc|Chức vụ; cơ quan",
    "time_place": "Thời gian, địa điểm||Thời gian và địa điểm|Ngày, nơi tổ chức|Ngày và nơi họp|Thời gian - địa điểm",
}  # fmt: skip

# Columns that say nothing of what the register keeps: heading, cells.
FURTHER = {
    "persons": (
        ("Dân tộc", ("Kinh", "Kinh", "Chứt")), ("Trình độ", ("Đại học", "Trung cấp", "12/12")), ("Số điện thoại", ("0912 000 111", "0987 111 222")),
        ("Ngày vào Đảng", ("03/02/1998", "19/5/2005", "")), ("Tôn giáo", ("Không", "Công giáo")), ("Số CCCD", ("042080001234", "042170005678")),
        ("Người giới thiệu", ("Lê Văn Thông", "Trần Thị Mến")), ("Ngày tuyển dụng", ("01/9/2001", "15/8/2010")), ("Thường trú", ("Thôn 3", "Thôn 5")),
    ),
    "models": (
        ("Số thành viên", (12.0, 25.0, 40.0)), ("Kinh phí (triệu đồng)", (10.0, 25.5, 7.0)), ("Hiệu quả mang lại", ("Tốt", "Khá", "Rõ rệt")),
        ("Cán bộ theo dõi", ("Lê Văn Thông", "Trần Thị Mến")), ("Số hộ tham gia", (30.0, 44.0)), ("Diện tích (ha)", (1.5, 2.0)),
    ),
    "events": (("Số đại biểu", (120.0, 85.0, 200.0)), ("Người chủ trì", ("Lê Văn Thông", "Trần Thị Mến")), ("Kinh phí", ("20 triệu", "15 triệu"))),
}  # fmt: skip
NOTES = ("", "", "Đã có hồ sơ", "Đề nghị xem lại năm sinh", "Bổ sung đợt 2", "Gửi bản cứng")

TITLES = {
    "exemplars": ("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN", "BIỂU TỔNG HỢP ĐIỂN HÌNH TIÊN TIẾN", "DANH SÁCH GƯƠNG ĐIỂN HÌNH", "TỔNG HỢP ĐIỂN HÌNH TIÊN TIẾN TRÊN CÁC LĨNH VỰC"),
    "models": ("DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO", "BIỂU ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO”", "TỔNG HỢP MÔ HÌNH DÂN VẬN KHÉO", "KẾT QUẢ ĐĂNG KÝ MÔ HÌNH DÂN VẬN KHÉO"),
    "honours": ("DANH SÁCH KHEN THƯỞNG", "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG", "KẾT QUẢ KHEN THƯỞNG", "DANH SÁCH ĐƯỢC TẶNG THƯỞNG"),
    "events": ("DANH SÁCH HỘI NGHỊ", "THỐNG KÊ HỘI NGHỊ SƠ KẾT, TỔNG KẾT", "TỔNG HỢP CÁC HỘI NGHỊ"),
}  # fmt: skip
SIGNATURES = (
    ((0, "Người lập biểu"), (-1, "TM. ỦY BAN NHÂN DÂN")), ((-1, "Cẩm Xuyên, ngày 15 tháng 11 năm 2023"),), ((-1, "CHỦ TỊCH"),), ((-1, "(Ký, đóng dấu)"),),
    ((1, "NGƯỜI LẬP BIỂU"), (-1, "THỦ TRƯỞNG ĐƠN VỊ")), ((1, "Kế toán"), (-1, "Hiệu trưởng")), ((-1, "T/M BAN THƯỜNG VỤ"),), ((-1, "PHÓ BÍ THƯ"),),
)  # fmt: skip
SIGNERS = ("Lê Thị Thoa", "Nguyễn Trọng Hiếu")
FOOTNOTES = (
    "Ghi chú: danh sách này có {n} mục.",
    "- Danh sách đã được tập thể lãnh đạo thông qua ngày 10/11/2023.",
    "* Các trường hợp bổ sung gửi trước ngày 30/11.",
    "Lưu ý: đơn vị rà soát lại trước khi gửi.",
    "Danh sách gồm {n} trường hợp./.",
)
TOTALS = ("Tổng cộng: {n}", "Cộng: {n}", "Tổng số: {n}", "Tổng cộng: {n} {what}", "Cộng", "Tổng")
