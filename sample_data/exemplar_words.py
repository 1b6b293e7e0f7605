"""What an exemplar of Cẩm Xuyên can be: bodies and posts, with the field each is known for."""

from typing import NamedTuple

LEARNING = "Học tập và làm theo Bác"
RURAL = "Xây dựng nông thôn mới"
ECONOMY = "Phát triển kinh tế"
EDUCATION = "Giáo dục và đào tạo"
HEALTH = "Y tế"
CULTURE = "Văn hóa, thể thao"
DEFENCE = "Quốc phòng"
SECURITY = "An ninh trật tự"
ENVIRONMENT = "Bảo vệ môi trường"
DIGITAL = "Chuyển đổi số"
REFORM = "Cải cách hành chính"
CHARITY = "Nhân đạo, từ thiện"


class Post(NamedTuple):
    """A person's post, the field it is held up in, who holds it and of what age in 2022."""

    title: str
    field: str
    gender: str | None
    ages: tuple[int, int]


class Body(NamedTuple):
    """A collective and the field it is held up in."""

    name: str
    field: str


# {place}: a village or quarter; {unit}: the commune, as «xã Cẩm Duệ»; {name}: «Cẩm Duệ».
COMMUNE_BODIES = (
    Body("Chi bộ {place}", LEARNING),
    Body("Chi bộ Trường Tiểu học {name}", LEARNING),
    Body("Ban Công tác Mặt trận {place}", RURAL),
    Body("Cán bộ và Nhân dân {place}", RURAL),
    Body("Ban Phát triển {place}", RURAL),
    Body("Chi hội Phụ nữ {place}", ENVIRONMENT),
    Body("Chi hội Nông dân {place}", ECONOMY),
    Body("Chi hội Cựu chiến binh {place}", SECURITY),
    Body("Chi hội Người cao tuổi {place}", CULTURE),
    Body("Chi đoàn {place}", DIGITAL),
    Body("Tổ công nghệ số cộng đồng {place}", DIGITAL),
    Body("Tổ hợp tác sản xuất {place}", ECONOMY),
    Body("Tổ liên gia tự quản {place}", SECURITY),
    Body("Công an {unit}", SECURITY),
    Body("Ban Chỉ huy Quân sự {unit}", DEFENCE),
    Body("Trạm Y tế {unit}", HEALTH),
    Body("Hội Liên hiệp Phụ nữ {unit}", ENVIRONMENT),
    Body("Hội Nông dân {unit}", ECONOMY),
    Body("Hội Chữ thập đỏ {unit}", CHARITY),
    Body("Ủy ban Mặt trận Tổ quốc Việt Nam {unit}", CHARITY),
    Body("Bộ phận Tiếp nhận và Trả kết quả {unit}", REFORM),
    Body("Câu lạc bộ Dân ca ví, giặm {name}", CULTURE),
)
COMMUNE_POSTS = (
    Post("Bí thư Chi bộ {place}", LEARNING, None, (40, 65)),
    Post("Trưởng {place}", RURAL, None, (36, 62)),
    Post("Trưởng Ban Công tác Mặt trận {place}", RURAL, None, (42, 67)),
    Post("Chi hội trưởng Phụ nữ {place}", ENVIRONMENT, "Nữ", (29, 56)),
    Post("Chi hội trưởng Nông dân {place}", ECONOMY, None, (36, 60)),
    Post("Chi hội trưởng Cựu chiến binh {place}", SECURITY, "Nam", (54, 69)),
    Post("Chi hội trưởng Người cao tuổi {place}", CULTURE, None, (64, 75)),
    Post("Bí thư Chi đoàn {place}", DIGITAL, None, (20, 30)),
    Post("Công an viên {place}", SECURITY, "Nam", (27, 55)),
    Post("Hội viên nông dân {place}", ECONOMY, None, (33, 62)),
    Post("Hội viên phụ nữ {place}", ECONOMY, "Nữ", (30, 57)),
    Post("Nhân viên y tế {place}", HEALTH, "Nữ", (28, 55)),
    Post("Hội viên Cựu chiến binh {place}", RURAL, "Nam", (56, 74)),
    Post("Chủ tịch Hội Nông dân {unit}", ECONOMY, None, (34, 55)),
    Post("Chủ tịch Hội Liên hiệp Phụ nữ {unit}", ENVIRONMENT, "Nữ", (32, 52)),
    Post("Chủ tịch Hội Chữ thập đỏ {unit}", CHARITY, None, (40, 62)),
    Post("Bí thư Đoàn {unit}", DIGITAL, None, (25, 34)),
    Post("Chỉ huy trưởng Ban Chỉ huy Quân sự {unit}", DEFENCE, "Nam", (30, 50)),
    Post("Trưởng Trạm Y tế {unit}", HEALTH, None, (36, 56)),
    Post("Công chức Văn hóa - Xã hội {unit}", CULTURE, None, (28, 52)),
    Post("Công chức Tư pháp - Hộ tịch {unit}", REFORM, None, (28, 52)),
)

SCHOOL_BODIES = {
    "Trường Mầm non": ("", "Tổ Mẫu giáo lớn ", "Công đoàn ", "Tổ Nuôi dưỡng "),
    "Trường Tiểu học": ("", "Liên đội ", "Tổ chuyên môn khối 4-5 ", "Công đoàn "),
    "Trường THCS": ("", "Tổ Khoa học tự nhiên ", "Liên đội ", "Tổ Khoa học xã hội "),
    "Trường THPT": ("", "Đoàn ", "Tổ Toán - Tin ", "Công đoàn "),
}
# Pre-school is women's work in the district; at the other levels both teach.
SCHOOL_POSTS = {
    "Trường Mầm non": (
        Post("Hiệu trưởng", EDUCATION, "Nữ", (38, 54)),
        Post("Giáo viên mầm non", EDUCATION, "Nữ", (25, 50)),
    ),
    "Trường Tiểu học": (
        Post("Giáo viên chủ nhiệm lớp 5", EDUCATION, "Nữ", (28, 53)),
        Post("Tổng phụ trách Đội", EDUCATION, None, (26, 38)),
    ),
    "Trường THCS": (
        Post("Giáo viên Ngữ văn", EDUCATION, "Nữ", (28, 53)),
        Post("Giáo viên Tin học", DIGITAL, None, (28, 45)),
    ),
    "Trường THPT": (
        Post("Bí thư Đoàn trường", EDUCATION, None, (27, 35)),
        Post("Tổ trưởng Tổ Toán - Tin", EDUCATION, None, (33, 56)),
    ),
}

# The body of the unit itself stands first where the text is empty.
BODIES: dict[str, tuple[Body, ...]] = {
    "VPHU": (Body("Chi bộ Văn phòng Huyện ủy", LEARNING), Body("Bộ phận Cơ yếu", DIGITAL)),
    "BDV": (Body("", LEARNING),),
    "BTG": (Body("", LEARNING), Body("Chi bộ Tuyên giáo - Chính trị", LEARNING)),
    "BTC": (Body("", LEARNING),),
    "TTCT": (Body("", EDUCATION),),
    "VPUB": (Body("Trung tâm Hành chính công huyện", REFORM), Body("Tổ Tin học", DIGITAL)),
    "PNV": (Body("", REFORM), Body("Công đoàn Phòng Nội vụ", CHARITY)),
    "PGD": (Body("", EDUCATION), Body("Công đoàn ngành Giáo dục huyện", CHARITY)),
    "PLD": (Body("", CHARITY),),
    "PNN": (Body("", RURAL), Body("Tổ Thủy lợi - Phòng, chống thiên tai", RURAL)),
    "PVH": (Body("", CULTURE),),
    "PTN": (Body("", ENVIRONMENT),),
    "VPNTM": (Body("", RURAL),),
    "TTYT": (
        Body("Khoa Kiểm soát bệnh tật và HIV/AIDS", HEALTH),
        Body("Khoa Nhi", HEALTH),
        Body("Đội Cấp cứu ngoại viện", HEALTH),
    ),
    "TTVH": (Body("Tổ Truyền thông", CULTURE), Body("Đội Thông tin lưu động", CULTURE)),
    "TTKH": (Body("", ECONOMY),),
    "BHXH": (Body("Tổ Thu và Phát triển đối tượng", REFORM), Body("", REFORM)),
    "CA": (
        Body("Đội Xây dựng phong trào bảo vệ an ninh Tổ quốc", SECURITY),
        Body("Đội Cảnh sát quản lý hành chính về trật tự xã hội", REFORM),
        Body("Đội Cảnh sát giao thông - trật tự", SECURITY),
        Body("Đoàn Thanh niên Công an huyện", CHARITY),
    ),
    "QS": (
        Body("Ban Chính trị", DEFENCE),
        Body("Ban Tham mưu", DEFENCE),
        Body("Trung đội Dân quân cơ động", DEFENCE),
    ),
    "BP": (Body("", DEFENCE), Body("Đội Vận động quần chúng", SECURITY)),
    "MTTQ": (Body("", CHARITY), Body("Ban Tư vấn Dân chủ - Pháp luật", REFORM)),
    "HD": (
        Body("Câu lạc bộ Thanh niên khởi nghiệp", ECONOMY),
        Body("Đội Thanh niên tình nguyện hiến máu", CHARITY),
        Body("Câu lạc bộ Cán bộ Đoàn trẻ", DIGITAL),
    ),
    "PN": (Body("", ENVIRONMENT), Body("Câu lạc bộ Nữ doanh nhân", ECONOMY)),
    "ND": (Body("", ECONOMY), Body("Câu lạc bộ Nông dân tỷ phú", ECONOMY)),
    "CCB": (Body("", SECURITY), Body("Câu lạc bộ Cựu chiến binh làm kinh tế giỏi", ECONOMY)),
    "LDLD": (Body("", CHARITY), Body("Công đoàn viên chức huyện", REFORM)),
    "CTD": (Body("", CHARITY), Body("Câu lạc bộ Hiến máu tình nguyện", CHARITY)),
    "NCT": (Body("", CULTURE), Body("Câu lạc bộ Thơ Đường Cẩm Xuyên", CULTURE)),
    "KH": (Body("", EDUCATION),),
    "DN1": (Body("Tổ Nuôi tôm công nghệ cao", ECONOMY), Body("", ECONOMY)),
    "DN2": (Body("Công đoàn Công ty", CHARITY), Body("Chuyền may số 3", ECONOMY)),
    "DN3": (Body("", CHARITY),),
    "DN4": (Body("Tổ Thu gom số 2", ENVIRONMENT), Body("", ENVIRONMENT)),
    "DN5": (Body("", ECONOMY), Body("Tổ Kỹ thuật cây ăn quả", ECONOMY)),
    "HTX1": (Body("", ECONOMY),),
    "HTX2": (Body("", ECONOMY), Body("Tổ Dịch vụ thủy nông", RURAL)),
    "HTX3": (Body("", ECONOMY),),
}
OFFICE_POSTS = (
    Post("Chuyên viên", "", None, (26, 50)),
    Post("Phó Trưởng phòng", "", None, (34, 54)),
)
POSTS: dict[str, tuple[Post, ...]] = {
    "VPHU": (Post("Chuyên viên", REFORM, None, (27, 50)),),
    "BDV": (Post("Phó Trưởng ban", LEARNING, None, (36, 54)),),
    "BTG": (Post("Chuyên viên", LEARNING, None, (28, 50)),),
    "BTC": (Post("Chuyên viên", LEARNING, None, (28, 50)),),
    "TTCT": (Post("Giảng viên", EDUCATION, None, (32, 54)),),
    "VPUB": (
        Post("Chuyên viên Trung tâm Hành chính công huyện", REFORM, "Nữ", (27, 48)),
        Post("Chuyên viên", DIGITAL, "Nam", (27, 45)),
    ),
    "TTYT": (
        Post("Bác sĩ Khoa Nhi", HEALTH, None, (30, 54)),
        Post("Điều dưỡng trưởng Khoa Hồi sức cấp cứu", HEALTH, "Nữ", (32, 52)),
        Post("Trưởng Khoa Kiểm soát bệnh tật và HIV/AIDS", HEALTH, None, (38, 55)),
    ),
    "TTVH": (Post("Phóng viên", CULTURE, None, (26, 48)),),
    "TTKH": (Post("Kỹ thuật viên", ECONOMY, None, (28, 50)),),
    "CA": (
        Post("Cán bộ Đội Xây dựng phong trào bảo vệ an ninh Tổ quốc", SECURITY, None, (26, 44)),
        Post("Đội trưởng Đội An ninh", SECURITY, "Nam", (36, 50)),
        Post("Phó Đội trưởng Đội Cảnh sát hình sự", SECURITY, "Nam", (32, 48)),
        Post("Cán bộ Đội Cảnh sát quản lý hành chính", REFORM, "Nữ", (25, 42)),
    ),
    "QS": (
        Post("Trợ lý Dân quân", DEFENCE, "Nam", (28, 44)),
        Post("Trợ lý Chính trị", DEFENCE, "Nam", (28, 44)),
        Post("Nhân viên quân khí", DEFENCE, "Nam", (27, 45)),
    ),
    "BP": (
        Post("Đội trưởng Đội Vận động quần chúng", SECURITY, "Nam", (34, 48)),
        Post("Nhân viên quân y", HEALTH, "Nam", (29, 46)),
    ),
    "MTTQ": (Post("Chuyên viên", CHARITY, None, (27, 50)),),
    "HD": (
        Post("Phó Bí thư Huyện đoàn", DIGITAL, None, (28, 35)),
        Post("Chủ nhiệm CLB Thanh niên khởi nghiệp", ECONOMY, "Nam", (26, 35)),
        Post("Ủy viên Ban Chấp hành", CHARITY, "Nữ", (24, 33)),
    ),
    "PN": (Post("Phó Chủ tịch", ENVIRONMENT, "Nữ", (34, 52)),),
    "ND": (Post("Chuyên viên", ECONOMY, None, (28, 50)),),
    "CCB": (Post("Ủy viên Thường vụ", SECURITY, "Nam", (56, 66)),),
    "LDLD": (Post("Chuyên viên", CHARITY, "Nữ", (28, 50)),),
    "CTD": (Post("Tình nguyện viên, 32 lần hiến máu", CHARITY, None, (34, 52)),),
    "NCT": (Post("Chủ nhiệm Câu lạc bộ Dưỡng sinh", CULTURE, None, (63, 74)),),
    "KH": (Post("Ủy viên Ban Thường vụ", EDUCATION, None, (60, 72)),),
    "DN1": (
        Post("Giám đốc", ECONOMY, "Nam", (36, 58)),
        Post("Kỹ sư nuôi trồng thủy sản", ECONOMY, "Nam", (26, 42)),
    ),
    "DN2": (Post("Công nhân chuyền may số 3", ECONOMY, "Nữ", (22, 44)),),
    "DN3": (Post("Giám đốc", CHARITY, "Nam", (38, 60)),),
    "DN4": (Post("Công nhân thu gom rác", ENVIRONMENT, "Nữ", (34, 53)),),
    "DN5": (Post("Giám đốc", ECONOMY, None, (34, 56)),),
    "HTX1": (Post("Giám đốc", ECONOMY, "Nữ", (38, 58)),),
    "HTX2": (Post("Giám đốc", ECONOMY, "Nam", (40, 60)),),
    "HTX3": (Post("Thành viên, chủ trại ong", ECONOMY, "Nam", (36, 60)),),
}
