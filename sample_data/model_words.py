"""Names of «dân vận khéo» models, with their field, where they fit and from which year on."""

from typing import NamedTuple


class Idea(NamedTuple):
    """A model's name; {place} a village or quarter. `where`: coast, upland, town, country; company, coop."""

    name: str
    field: str
    first: int = 2018
    last: int = 2023
    where: str = ""


KT, VHXH, QPAN, HTCT = "KT", "VHXH", "QPAN", "HTCT"

COMMUNE_IDEAS = (
    Idea("Vườn mẫu {place}", KT, where="country"),
    Idea("Phụ nữ giúp nhau phát triển kinh tế {place}", KT),
    Idea("Tổ hợp tác chăn nuôi bò sinh sản {place}", KT, where="country"),
    Idea("Nuôi tôm an toàn sinh học", KT, where="coast"),
    Idea("Chế biến nước mắm truyền thống {place}", KT, where="coast"),
    Idea("Tổ đoàn kết khai thác hải sản trên biển", KT, where="coast"),
    Idea("Liên kết sản xuất lúa chất lượng cao {place}", KT, where="country"),
    Idea("Cánh đồng lớn một giống {place}", KT, where="country"),
    Idea("Phá bờ thửa nhỏ, hình thành ô thửa lớn {place}", KT, 2020, where="country"),
    Idea("Trồng cây ăn quả có múi trên đất đồi {place}", KT, where="upland"),
    Idea("Nuôi ong lấy mật {place}", KT, where="upland"),
    Idea("Nuôi hươu lấy nhung", KT, where="upland"),
    Idea("Sản xuất rau an toàn {place}", KT, where="country"),
    Idea("Tổ tiết kiệm và vay vốn {place}", KT),
    Idea("Phát triển sản phẩm OCOP", KT, 2019),
    Idea("Hội viên nông dân sản xuất, kinh doanh giỏi {place}", KT),
    Idea("Cựu chiến binh giúp nhau làm kinh tế trang trại", KT, where="upland"),
    Idea("Nhà sạch vườn đẹp {place}", VHXH),
    Idea("Tuyến đường hoa phụ nữ tự quản {place}", VHXH),
    Idea("Khu dân cư nông thôn mới kiểu mẫu {place}", VHXH, where="country"),
    Idea("Tổ dân phố văn minh đô thị {place}", VHXH, where="town"),
    Idea("Vỉa hè thông thoáng, tuyến phố văn minh {place}", VHXH, where="town"),
    Idea("Hiến đất mở đường {place}", VHXH),
    Idea("Dân vận khéo trong giải phóng mặt bằng đường giao thông {place}", VHXH, where="country"),
    Idea("Dân vận khéo trong giải phóng mặt bằng cao tốc Bắc - Nam", VHXH, 2022, where="upland"),
    Idea("Dân vận khéo trong chỉnh trang đô thị {place}", VHXH, where="town"),
    Idea("Hũ gạo tình thương {place}", VHXH),
    Idea("Phân loại, xử lý rác thải tại hộ gia đình {place}", VHXH, 2019),
    Idea("Thắp sáng đường quê {place}", VHXH, where="country"),
    Idea("Xóa nhà tạm cho hộ nghèo", VHXH),
    Idea("Câu lạc bộ Dân ca ví, giặm", VHXH),
    Idea("Dòng họ khuyến học {place}", VHXH),
    Idea("Câu lạc bộ Dân vũ {place}", VHXH),
    Idea("Việc cưới, việc tang văn minh {place}", VHXH),
    Idea("Câu lạc bộ Liên thế hệ tự giúp nhau {place}", VHXH),
    Idea("Thu gom phế liệu gây quỹ giúp trẻ em nghèo", VHXH),
    Idea("Mẹ đỡ đầu", VHXH, 2022),
    Idea("Hàng rào xanh {place}", VHXH, where="country"),
    Idea("Làm sạch bãi biển", VHXH, where="coast"),
    Idea("Vận động giáo dân sống tốt đời, đẹp đạo {place}", VHXH, where="coast"),
    Idea("Đi chợ hộ người cách ly", VHXH, 2021, 2021),
    Idea("Ngày Chủ nhật xanh {place}", VHXH),
    Idea("Camera an ninh {place}", QPAN),
    Idea("Tổ liên gia tự quản về an ninh trật tự {place}", QPAN),
    Idea("Tiếng kẻng an ninh {place}", QPAN),
    Idea("Dòng họ tự quản về an ninh trật tự {place}", QPAN),
    Idea("Dân quân giúp dân ngày mùa", QPAN, where="country"),
    Idea("Tổ tàu thuyền an toàn", QPAN, where="coast"),
    Idea("Cựu chiến binh tự quản tuyến đường {place}", QPAN),
    Idea("Zalo kết nối bình yên", QPAN, 2019),
    Idea("Tổ liên gia an toàn phòng cháy, chữa cháy {place}", QPAN, 2022),
    Idea("Cổng trường an toàn giao thông", QPAN),
    Idea("Tổ tự quản không có người vi phạm pháp luật {place}", QPAN),
    Idea("Hậu phương quân đội", QPAN),
    Idea("Vùng xanh an toàn phòng, chống dịch Covid-19 {place}", QPAN, 2021, 2022),
    Idea("Chính quyền thân thiện, vì Nhân dân phục vụ", HTCT),
    Idea("Chi bộ bốn tốt {place}", HTCT, 2019),
    Idea("Chuyển đổi số từ cộng đồng dân cư {place}", HTCT, 2022),
    Idea("Cán bộ, công chức gần dân, sát cơ sở", HTCT),
    Idea("Đảng viên phụ trách hộ gia đình {place}", HTCT),
    Idea("Mặt trận lắng nghe Nhân dân {place}", HTCT),
    Idea("Đối thoại định kỳ với Nhân dân", HTCT),
    Idea("Trả kết quả thủ tục hành chính tại nhà cho người cao tuổi", HTCT, 2019),
    Idea("Tổ hòa giải bốn tốt {place}", HTCT),
    Idea("Hướng dẫn dịch vụ công trực tuyến tại {place}", HTCT, 2021),
)
# A person's own model; the village tells it from its like.
PERSONAL_IDEAS = (
    Idea("Trang trại tổng hợp gắn với giúp hộ nghèo {place}", KT, where="country"),
    Idea("Chăn nuôi gà thả vườn theo hướng hữu cơ {place}", KT, where="country"),
    Idea("Hiến đất, vận động dòng họ hiến đất làm đường {place}", VHXH),
    Idea("Tủ sách gia đình phục vụ cộng đồng {place}", VHXH),
    Idea("Người có uy tín vận động giữ gìn trật tự {place}", QPAN),
)

SCHOOL_IDEAS = (
    Idea("Trường học hạnh phúc", VHXH, 2019),
    Idea("Cùng em đến trường", VHXH),
    Idea("Thư viện xanh", VHXH),
    Idea("Nói không với rác thải nhựa", VHXH, 2019),
    Idea("Cổng trường an toàn giao thông", QPAN),
    Idea("Dân vận khéo trong huy động xã hội hóa giáo dục", VHXH),
    Idea("Trường học xanh - sạch - đẹp", VHXH),
    Idea("Thầy cô nhận đỡ đầu học sinh khó khăn", VHXH),
    Idea("Máy tính cho em học trực tuyến", VHXH, 2021, 2022),
)
ENTERPRISE_IDEAS = (
    Idea("Bữa ăn ca vì sức khỏe người lao động", KT, where="company"),
    Idea("Liên kết bao tiêu sản phẩm cho nông dân", KT),
    Idea("Đối thoại tại nơi làm việc", HTCT, where="company"),
    Idea("Xã viên giúp nhau vốn, giống", KT, where="coop"),
    Idea("Ngày công giúp hộ khó khăn", VHXH, where="coop"),
    Idea("Mái ấm công đoàn", VHXH, where="company"),
    Idea("Nhận đỡ đầu hộ nghèo", VHXH),
    Idea("Tổ tự quản an ninh doanh nghiệp", QPAN, where="company"),
    Idea("Sản xuất sạch, giảm rác thải nhựa", KT, 2019),
)
OFFICE_IDEAS = (
    Idea("Công sở văn minh, thân thiện", HTCT),
    Idea("Giảm thời gian giải quyết thủ tục hành chính", HTCT),
    Idea("Nhận đỡ đầu thôn khó khăn", VHXH),
    Idea("Ngày thứ Sáu nghe dân", HTCT, 2019),
    Idea("Cán bộ hướng dẫn dân làm dịch vụ công trực tuyến", HTCT, 2021),
    Idea("Khéo trong tham mưu, sát trong cơ sở", HTCT),
)
UNIT_IDEAS = {
    "BDV": (
        Idea("Tổ tư vấn dân vận tham gia giải phóng mặt bằng", HTCT),
        Idea("Nắm tình hình Nhân dân qua mạng xã hội", HTCT, 2019),
    ),
    "PNN": (
        Idea("Dân vận khéo trong tập trung, tích tụ ruộng đất", KT, 2020),
        Idea("Cùng dân làm thủy lợi nội đồng", KT),
    ),
    "PTN": (Idea("Dân vận khéo trong bồi thường, giải phóng mặt bằng", VHXH),),
    "PLD": (Idea("Kết nối việc làm cho bộ đội xuất ngũ", KT),),
    "VPNTM": (Idea("Mỗi cán bộ một khu dân cư kiểu mẫu", VHXH),),
    "TTYT": (
        Idea("Bệnh viện không khói thuốc", VHXH),
        Idea("Đổi mới phong cách, thái độ phục vụ người bệnh", VHXH),
        Idea("Tiêm chủng lưu động tại thôn", VHXH, 2021, 2022),
        Idea("Bát cháo tình thương", VHXH),
    ),
    "TTVH": (Idea("Loa truyền thanh thông minh đến từng thôn", VHXH, 2021),),
    "TTKH": (Idea("Chuyển giao giống lúa mới đến hộ nông dân", KT),),
    "BHXH": (Idea("Tuyên truyền BHXH tự nguyện tại chợ quê", VHXH),),
    "CA": (
        Idea("Cấp căn cước công dân tại nhà cho người già yếu", HTCT, 2021),
        Idea("Công an xã gần dân, trọng dân", QPAN, 2020),
        Idea("Camera an ninh liên xã", QPAN),
        Idea("Giúp người lầm lỗi hòa nhập cộng đồng", QPAN),
        Idea("Áo ấm cho em đến trường", VHXH),
        Idea("Hộp thư tố giác tội phạm", QPAN),
    ),
    "QS": (
        Idea("Hành quân dã ngoại làm công tác dân vận", QPAN),
        Idea("Bộ đội giúp dân khắc phục bão lũ", QPAN),
        Idea("Nâng bước em tới trường", VHXH),
        Idea("Dân quân tự vệ chung sức xây dựng nông thôn mới", QPAN),
    ),
    "BP": (
        Idea("Con nuôi đồn biên phòng", VHXH),
        Idea("Tiếng loa biên phòng", QPAN),
        Idea("Đồng hành với ngư dân vươn khơi", QPAN),
        Idea("Bến bãi an toàn", QPAN),
    ),
    "MTTQ": (
        Idea("Khu dân cư đoàn kết, kiểu mẫu", VHXH),
        Idea("Ngôi nhà Đại đoàn kết", VHXH),
        Idea("Giám sát đầu tư của cộng đồng", HTCT),
        Idea("Xứ họ đạo bình yên, đoàn kết", QPAN),
    ),
    "HD": (
        Idea("CLB ngân hàng máu sống", VHXH, 2018, 2018),
        Idea("Thanh niên khởi nghiệp", KT),
        Idea("Tuổi trẻ thắp sáng đường quê", VHXH),
        Idea("Đội hình tình nguyện hỗ trợ dịch vụ công trực tuyến", HTCT, 2022),
        Idea("Ngày Chủ nhật xanh", VHXH),
        Idea("Sân chơi cho em", VHXH),
        Idea("Shipper áo xanh", VHXH, 2021, 2021),
    ),
    "PN": (
        Idea("Nhà sạch vườn đẹp", VHXH),
        Idea("Mẹ đỡ đầu", VHXH, 2022),
        Idea("Chi hội 5 không, 3 sạch", VHXH),
        Idea("Phụ nữ khởi nghiệp", KT),
        Idea("Biến rác thành tiền", VHXH, 2019),
        Idea("Tổ phụ nữ tự quản đường hoa", VHXH),
    ),
    "ND": (
        Idea("Chi hội nông dân nghề nghiệp", KT, 2019),
        Idea("Quỹ hỗ trợ nông dân", KT),
        Idea("Thu gom vỏ bao bì thuốc bảo vệ thực vật", VHXH),
        Idea("Nông dân đổi điền dồn thửa", KT),
    ),
    "CCB": (
        Idea("Cựu chiến binh gương mẫu hiến đất làm đường", VHXH),
        Idea("Cựu chiến binh giáo dục thanh niên chậm tiến", QPAN),
        Idea("Xóa nhà dột nát cho hội viên", VHXH),
        Idea("Tổ Cựu chiến binh tự quản an ninh trật tự", QPAN),
    ),
    "LDLD": (
        Idea("Tết sum vầy", VHXH),
        Idea("Mái ấm công đoàn", VHXH),
        Idea("Chợ 0 đồng cho công nhân", VHXH, 2021),
        Idea("Công đoàn cơ sở vững mạnh", HTCT),
    ),
    "CTD": (
        Idea("Mỗi tổ chức, cá nhân gắn với một địa chỉ nhân đạo", VHXH),
        Idea("Bát cháo nghĩa tình", VHXH),
        Idea("Hội xuân hồng hiến máu", VHXH),
    ),
    "NCT": (
        Idea("Người cao tuổi làm kinh tế giỏi", KT),
        Idea("Tuổi cao gương sáng", HTCT),
        Idea("Câu lạc bộ Dưỡng sinh", VHXH),
    ),
    "KH": (
        Idea("Tiếp sức đến trường", VHXH),
        Idea("Gia đình học tập", VHXH),
        Idea("Ống tiết kiệm khuyến học", VHXH),
    ),
}
