"""The words of headings: what each part says, and which parts together mean which concept.

Folded; a word that folding would confuse («Hộ» and «Họ», «Năm» and «Nam») keeps its mark where
the text has marks at all. Order of parts does not matter; FILLER adds nothing; OTHER makes the
column another thing than the rest says.
"""

_PARTS = """
STT: stt|so tt|so thu tu|s t t|t t|thu tu
FULLNAME: ho va ten|ho ten|hoten|ho va ten khai sinh|ho ten khai sinh|quy danh|danh tinh|ho va ten day du
NAME: ten|ten goi|dat ten|mang ten
SURNAME: ho|ho dem|ho va ten dem|ho ten dem|ho lot|ho va dem|ho va chu dem|ho chu dem|ho va chu lot
HONORIFIC: danh xung|ong ba|xung ho|ong|ba|dong chi
COLLECTIVE: tap the
INDIVIDUAL: ca nhan
HOUSEHOLD: chu ho|ho gia dinh|hộ gia dinh|gia dinh|hgd|ho gd|hộ gd|hộ
WHO: doi tuong
KIND: loai|phan loai|loai hinh|dang|loai dien hinh
EXEMPLAR: dien hinh|dien hinh tien tien|tien tien|guong|guong dien hinh|guong nguoi tot viec tot|nguoi tot viec tot|dhtt|guong sang|guong mat|nhan to|nhan to moi|guong tieu bieu|tieu bieu|xuat sac
MODEL: mo hinh|dan van kheo|dvk|mo hinh dan van kheo|mo hinh viec lam|mo hinh cach lam hay|cong trinh phan viec|mh
DEED: cong trinh|phan viec|viec lam|cach lam hay|cach lam
EVENT: hoi nghi|su kien|cuoc hop|hop|hoi nghi su kien|hoi nghi le|buoi le|chuong trinh|dip|hoi thao|toa dam
MOVEMENT: phong trao|phong trao thi dua|cuoc van dong|phong trao cuoc van dong
UNIT: don vi|tap the cong tac|co quan|dia phuong|xa|phuong|thi tran|to chuc dang|dang bo|chi bo|chi doan|chi hoi|lien doi|dang uy|to chuc co so dang|noi cong tac|noi lam viec|don vi cong tac|co quan cong tac|co quan don vi|dia ban|don vi dia phuong|cong tac tai|lam viec tai|sinh hoat tai|noi sinh hoat|co so|co so hoi|co so doan|hoi co so|doan co so|trường|truong|don vi co so|to chuc hoi|to chuc doan|dang bo chi bo|nha truong|co quan lam viec|don vi chu quan mo hinh|don vi quan ly|xa phuong thi tran|don vi truc tiep
SUBUNIT: khoa|phan xuong|to chuyen mon|to san xuat|phong ban|bo phan|khoi|to cong tac|thon|to dan pho|xom|thon to dan pho|phong|to|khoi to|khu dan cu|khu pho|thon xom|ban lang|khoa phong|doi
OCCUPATION: nganh nghe|nghe nghiep|nghe|cong viec|cong viec dang lam|cong viec hien nay|nghe nghiep hien nay
POSITION: chuc vu|dam nhan|dam nhiem|dang dam nhan|chuc danh|vi tri cong tac|vi tri viec lam|chuc trach|chuc vu chuc danh|chuc vu dam nhiem|vi tri|nhiem vu|chuc vu cong tac
RANK: cap bac|quan ham|cap bac quan ham|cap ham
FIELD: linh vuc|lv|mang cong tac|mang|nhom linh vuc|nganh linh vuc|linh vuc hoat dong|linh vuc cong tac|mat cong tac
DISCOVERED: phat hien|phat hien moi|duoc phat hien
FOSTERED: boi duong
MULTIPLIED: nhan rong|nhan dien hinh|nhan ra dien rong
REGISTERED: dang ky|dk|dang ki
RECOGNISED: cong nhan
APPRAISED: tham dinh
STOPPED: dừng|ngung|ket thuc|dung hoat dong
MAKE: thuc hien|trien khai|xay dung|ra mat|bat dau|khoi dong|hinh thanh|thuc hien mo hinh|lam
NEW: moi|dang ky moi|xay dung moi|lan dau|lan dau tien|dau tien
KEEP: duy tri|tiep tuc|chuyen tiep|tiep tuc duy tri
STATE: tinh trang|trang thai|hien trang|tinh hinh dang ky
DAY: ngay|ngay thang|ngay thang nam
MONTH: thang
YEAR: năm|nam
TIME: dot trao tang|dot trao|dot tang|dot xet tang|dot nhan|giai doan|thoi gian|thoi diem|thoi han|luc|khi nao|thang nam
AWARD: khen thuong|khen|tang thuong|thuong|trao|trao tang|tang|kt
HONOUR: neu guong|ton vinh|bieu duong|tuyen duong|vinh danh|ghi nhan|suy ton
FORM: giai|giai thuong|loai giai|dat giai|xep giai|hinh thuc|hinh thuc khen|loai khen|huy hieu|huy hieu dang|ky niem chuong
PRIZE: giay khen|bang khen|huan chuong|huy chuong|co thi dua|thu khen
TITLE: danh hieu|danh hieu thi dua
CATEGORY: loai hinh khen thuong|loai hinh khen|loai hinh thanh tich
DECISION: quyet dinh|qd|so qd|van ban|cv|quyet dinh khen thuong|qdkt
NUMBER: so|so hieu|so ky hieu|ky hieu|so va ky hieu|so vb
SIGN: ký|ky|ki|da ky
ISSUE: ban hanh|ra quyet dinh|ra qd|cap
MONEY: so tien|tien|tien thuong|muc thuong|kinh phi|tri gia|gia tri|muc tien|muc tien thuong|muc khen|so tien thuong|tien mat|tien khen|thanh tien
CONTENT: noi dung|thanh tich|ket qua|tom tat|mo ta|hieu qua|ly do|thanh tich noi bat|noi dung chinh|ket qua noi bat|dong gop|viec lam cu the|ket qua dat duoc|tom tat thanh tich|noi dung cu the|noi dung hoat dong|uu diem|viec lam tieu bieu
BIRTH: sinh|sn|ns
GENDER: nam nu|male nu|male hay nu|male hoac nu|gioi tinh|phai|gioi
ADDRESS: dia chi|noi o|thuong tru|noi thuong tru|cho o|tru quan|cu tru|noi cu tru|noi o hien nay|ho khau
NATIVE: que quan|que|nguyen quan|noi sinh|sinh quan
WHERE: noi|chỗ|tai|o dau|tai dau
PLACE: dia diem|noi to chuc|hoi truong|dia diem to chuc|noi dien ra
ORGANISE: to chuc|mo|dien ra|tien hanh|chu tri|dang cai|chu tri to chuc
COMPOSITION: thanh phan|thanh phan tham du
ATTEND: dai bieu|tham du|so nguoi du|nguoi du|so dai bieu|so nguoi tham du|du hoi nghi
COUNT: so luong|tong so|si so|quan so
LEVEL: cap
LEAD: phu trach|dung dau|chu nhiem|chiu trach nhiem|dai dien|bi thu|chi huy|chu tich|to truong|trưởng|truong ban|lanh dao|chu mo hinh|doi truong|thu truong|chu ho mo hinh|truong thon|hieu truong|giam doc|chi hoi truong|truong nhom|dau moi
PERSON: nguoi
WHOM: can bo|cong chuc|vien chuc|nhan vien|giao vien|dang vien|doan vien|hoi vien|hoc sinh|sinh vien|nong dan|chien si|nguoi lao dong
PARENT: cap tren|truc thuoc|chu quan|cap quan ly
OF: thuoc
CODE: ma|ma so|ma don vi|ma dinh danh
DISCIPLINE: mon|mon thi|mon hoc|bo mon|mon du thi|mon dat giai
NOTE: ghi chu|luu y|ghi chep them
SUBJECT: trich yeu|ve viec
PERSONAL: cccd|cmnd|can cuoc|can cuoc cong dan|dien thoai|sdt|so dien thoai|tai khoan|email|ma so thue|bhxh|so bhxh|so tai khoan|ngan hang|dtdd|so the
INTRO: gioi thieu|de xuat|tien cu|de cu|de nghi|trinh|binh chon|lua chon|binh bau
GOT: duoc|dat
RECEIVE: nhan|duoc nhan|ky nhan
PAST: da|da tung|truoc day
FILLER: cua|theo|kem|tu|cho|neu co|hien nay|cu the|noi bat|chu yeu|cac|nhung|ve|trong|la|vao|hay|hoac|va|dat duoc|kem theo|hien tai|chinh|noi troi|hoat dong|dang|cong tac|thi dua|day du|ghi ro|goi|thuong xuyen|truc tiep|chung|ong ba dong chi|co|o|hom|ben|phia|dong|vnd|dong chi|nao|luc
OTHER: cha|me|con|chong|ton giao|dan toc|trinh do|hoc van|chuyen mon|ly luan|ly luan chinh tri|vao dang|ket nap|tham nien|luong|phu cap|he so|dien tich|xep loai|ty le|ti le|so phieu|phieu|hon nhan|lop|diem|lap bieu|lap|tong hop|bao cao|phoi hop|ho tro|giup do|do dau|bao tro|tai tro|tac gia|de tai|sang kien|tuoi|nhiem ky|lien he|nop|gui|tinh|cong viec gia dinh|chinh sach|kiem tra|danh gia|nhan xet|y kien|xac minh|theo doi|bo nhiem|nghi huu|den|het|truoc|sau|cu|khac|lien quan|thanh lap|chuc nang|bang cap|quoc tich|suc khoe|vay|von|doanh thu|thu nhap|so ho|thanh vien|hoc ham|hoc vi|hoc|uu tien|viec lam gia dinh|hoi dong|binh xet|bo phieu|vo chong|thi sinh|nguoi than|nhan luc|lao dong|so nguoi
"""

# required + required [; optional …] -> concept; «/» parts alternatives. The first that fits wins.
_RULES = """
stt = STT
- = PERSON + INTRO ; FULLNAME NAME LEAD UNIT SIGN
- = POSITION + PERSON + INTRO
- = UNIT + NEW ; NAME
- = NAME + KIND ; UNIT EVENT
personal = PERSONAL ; NUMBER DAY ISSUE PLACE CODE PERSON
note = NOTE ; CONTENT
signer_position = POSITION + SIGN ; PERSON DECISION
signer = PERSON + SIGN ; FULLNAME NAME DECISION ISSUE
decision_date = DAY/MONTH/YEAR/TIME + SIGN/ISSUE/DECISION ; WHERE AWARD DAY MONTH YEAR SIGN ISSUE DECISION HONOUR
decision = DECISION + NUMBER + DAY/YEAR/TIME ; AWARD DAY MONTH YEAR HONOUR SIGN ISSUE NUMBER
decision_number = DECISION + NUMBER ; AWARD HONOUR RECOGNISED
decision = DECISION ; AWARD HONOUR
name = COLLECTIVE + INDIVIDUAL + GOT + AWARD/HONOUR/TITLE/CONTENT/PRIZE ; AWARD HONOUR TITLE CONTENT PRIZE INTRO NAME UNIT HOUSEHOLD
collective_name = UNIT/COLLECTIVE + GOT + AWARD/HONOUR/TITLE/CONTENT/PRIZE ; AWARD HONOUR TITLE PRIZE INTRO NAME COLLECTIVE UNIT CONTENT
household_name = HOUSEHOLD + GOT + AWARD/HONOUR/TITLE/CONTENT/PRIZE ; AWARD HONOUR TITLE PRIZE INTRO NAME CONTENT
individual_name = INDIVIDUAL/WHOM + GOT + TITLE/CONTENT/PRIZE ; AWARD HONOUR TITLE PRIZE INTRO NAME FULLNAME CONTENT
individual_name = PERSON + GOT + TITLE/CONTENT ; AWARD HONOUR TITLE INTRO NAME CONTENT
name = PERSON/FULLNAME/WHO + GOT + PRIZE ; AWARD HONOUR TITLE PRIZE INTRO NAME CONTENT FULLNAME PERSON WHO
collective_name = COLLECTIVE + PRIZE/TITLE ; AWARD HONOUR PRIZE TITLE INTRO NAME
individual_name = INDIVIDUAL + PRIZE/TITLE ; AWARD HONOUR PRIZE TITLE INTRO NAME
decision_body = UNIT + ISSUE/DECISION/AWARD ; ISSUE DECISION AWARD HONOUR LEVEL
decision_body = ISSUE + DECISION/LEVEL ; PERSON LEVEL DECISION
decision_body = PERSON/LEVEL + DECISION ; AWARD
birth_date = BIRTH + DAY ; MONTH YEAR INDIVIDUAL PERSON EXEMPLAR TIME AWARD
birth_year = BIRTH + YEAR ; INDIVIDUAL PERSON EXEMPLAR AWARD
birth_date = BIRTH ; TIME
recognised = RECOGNISED + DAY/MONTH/YEAR/TIME ; DAY MONTH YEAR TIME MODEL EXEMPLAR
recognised = RECOGNISED ; MODEL EXEMPLAR
appraised = APPRAISED + DAY/MONTH/YEAR/TIME ; DAY MONTH YEAR TIME MODEL
stopped = STOPPED + DAY/MONTH/YEAR/TIME ; DAY MONTH YEAR TIME MODEL
discovered = DISCOVERED + FOSTERED/MULTIPLIED ; DAY MONTH YEAR TIME EXEMPLAR FOSTERED MULTIPLIED
discovered = DISCOVERED ; HONOUR DAY MONTH YEAR TIME EXEMPLAR NEW INDIVIDUAL COLLECTIVE INTRO
fostered = FOSTERED ; DAY MONTH YEAR TIME EXEMPLAR INDIVIDUAL COLLECTIVE
multiplied = MULTIPLIED ; DAY MONTH YEAR TIME EXEMPLAR INDIVIDUAL COLLECTIVE
replicated = MULTIPLIED + MODEL + DAY/MONTH/YEAR/TIME ; DAY MONTH YEAR TIME
replicated_unit = MULTIPLIED + UNIT ; MODEL NAME
year = REGISTERED/MAKE/NEW/KEEP + YEAR ; MODEL NEW EXEMPLAR REGISTERED MAKE DAY KEEP
registered_on = REGISTERED + DAY/TIME/MONTH ; MODEL NEW DAY MONTH YEAR TIME
year = MAKE + DAY/TIME/MONTH ; MODEL NEW DAY MONTH YEAR TIME
achievement_year = YEAR + CONTENT ; AWARD
date = HONOUR/AWARD + DAY/TIME ; DAY MONTH YEAR TIME HONOUR AWARD
achievement_year = AWARD/HONOUR + YEAR ; AWARD HONOUR
form = FORM + AWARD/TITLE/HONOUR ; FORM AWARD TITLE HONOUR INTRO
form = FORM + RECOGNISED ; AWARD INTRO
status = FORM + REGISTERED ; MODEL
category = CATEGORY ; AWARD INTRO OF
kind = KIND/WHO + AWARD ; WHO KIND COLLECTIVE INDIVIDUAL HOUSEHOLD INTRO
title = TITLE ; AWARD HONOUR RECOGNISED YEAR INTRO
form = FORM ; INTRO KIND YEAR
amount = MONEY ; AWARD HONOUR FORM INTRO
summary = CONTENT ; DEED AWARD HONOUR MODEL EXEMPLAR INDIVIDUAL COLLECTIVE MAKE
position_unit = OCCUPATION + UNIT ; WHERE SUBUNIT ADDRESS
position_unit = POSITION/RANK + UNIT/SUBUNIT/ADDRESS/PLACE ; POSITION RANK WHERE UNIT SUBUNIT ADDRESS NAME OCCUPATION
position = POSITION + OCCUPATION ; INDIVIDUAL PERSON
occupation = OCCUPATION ; INDIVIDUAL PERSON
position = POSITION ; RANK HONORIFIC INDIVIDUAL PERSON EXEMPLAR OF
rank = RANK ; INDIVIDUAL PERSON
replicated_unit = UNIT + MULTIPLIED ; MODEL NAME
organiser = UNIT + ORGANISE ; WHERE NAME EVENT PERSON
organiser = ORGANISE
parent = UNIT + PARENT ; NAME LEVEL OF
parent = PARENT/OF ; LEVEL
leader = PERSON/FULLNAME/NAME/WHOM + LEAD ; WHOM PERSON FULLNAME NAME MODEL HONORIFIC UNIT SUBUNIT LEAD COLLECTIVE
leader = PERSON + MAKE ; FULLNAME NAME MODEL
leader = COLLECTIVE + MAKE ; INDIVIDUAL HOUSEHOLD MODEL NAME
leader = ORGANISE + INDIVIDUAL + MAKE/REGISTERED ; MODEL NAME
leader = INDIVIDUAL + MAKE ; COLLECTIVE HOUSEHOLD MODEL NAME
leader = LEAD ; MODEL INDIVIDUAL
unit_name = NAME + UNIT ; SUBUNIT
name = FULLNAME/NAME + HOUSEHOLD + INDIVIDUAL/COLLECTIVE ; EXEMPLAR AWARD HONOUR PERSON FULLNAME NAME LEAD INTRO WHOM UNIT COLLECTIVE INDIVIDUAL
household_name = FULLNAME/NAME + HOUSEHOLD ; PERSON EXEMPLAR AWARD HONOUR FULLNAME NAME LEAD
model_name = FULLNAME/NAME + MODEL/DEED ; DEED MODEL EXEMPLAR REGISTERED NEW KEEP FULLNAME NAME RECOGNISED AWARD HONOUR MULTIPLIED INTRO
event_name = NAME + EVENT ; CONTENT ORGANISE
event_name = CONTENT/SUBJECT + EVENT ; NAME SUBJECT
name = FULLNAME/NAME + COLLECTIVE/UNIT + INDIVIDUAL/WHOM ; HOUSEHOLD EXEMPLAR AWARD HONOUR FULLNAME NAME UNIT PERSON INTRO WHOM
name = FULLNAME + COLLECTIVE ; HOUSEHOLD EXEMPLAR AWARD HONOUR NAME UNIT PERSON POSITION INTRO WHOM
name = COLLECTIVE + PERSON/WHOM ; HOUSEHOLD AWARD HONOUR EXEMPLAR INTRO UNIT SUBUNIT NAME FULLNAME CONTENT
collective_name = NAME + COLLECTIVE ; EXEMPLAR AWARD HONOUR UNIT INTRO
individual_name = FULLNAME/NAME + INDIVIDUAL ; EXEMPLAR AWARD HONOUR FULLNAME NAME PERSON INTRO WHOM
name = FULLNAME ; EXEMPLAR AWARD HONOUR PERSON NAME HONORIFIC RANK POSITION UNIT SUBUNIT BIRTH WHO INTRO WHOM
name = NAME + EXEMPLAR/PERSON/WHO/HONOUR/AWARD ; EXEMPLAR PERSON WHO HONOUR AWARD INDIVIDUAL COLLECTIVE HOUSEHOLD INTRO WHOM
name = PERSON + AWARD/HONOUR ; AWARD HONOUR INTRO WHOM
name = COLLECTIVE + AWARD/HONOUR/EXEMPLAR + INDIVIDUAL ; HOUSEHOLD AWARD HONOUR EXEMPLAR INTRO
name = WHO + HONOUR ; COLLECTIVE INDIVIDUAL INTRO
collective_name = COLLECTIVE + AWARD/HONOUR/EXEMPLAR ; AWARD HONOUR EXEMPLAR INTRO
individual_name = INDIVIDUAL + AWARD/HONOUR/EXEMPLAR ; AWARD HONOUR EXEMPLAR PERSON INTRO
kind = KIND/WHO ; WHO KIND EXEMPLAR MODEL COLLECTIVE INDIVIDUAL HOUSEHOLD INTRO
kind = COLLECTIVE + INDIVIDUAL ; HOUSEHOLD
name = UNIT/SUBUNIT + WHOM/PERSON/INDIVIDUAL + EXEMPLAR/AWARD/HONOUR ; COLLECTIVE HOUSEHOLD INTRO NAME
household_mark = HOUSEHOLD
level = LEVEL ; RECOGNISED AWARD DECISION HONOUR
unit = UNIT ; WHERE MODEL EXEMPLAR REGISTERED MAKE SUBUNIT NAME ADDRESS HONOUR RECOGNISED DISCOVERED INTRO OF
unit = COLLECTIVE + UNIT
subunit = SUBUNIT ; NAME OF
address = ADDRESS + NATIVE ; INDIVIDUAL
native = NATIVE ; INDIVIDUAL
address = WHERE + MAKE ; MODEL
address = ADDRESS ; WHERE MAKE MODEL UNIT
field = FIELD ; MAKE KIND NAME EXEMPLAR MODEL REGISTERED INDIVIDUAL COLLECTIVE CONTENT AWARD HONOUR OF
movement = MOVEMENT ; PARENT NAME OF
act = HONOUR + AWARD
status = REGISTERED
status = STATE ; REGISTERED MODEL
status = NEW + KEEP ; REGISTERED MODEL
status = KIND + REGISTERED ; MODEL
place = PLACE ; WHERE ORGANISE EVENT MAKE
place = WHERE + EVENT/ORGANISE ; EVENT ORGANISE
date_place = TIME/DAY + PLACE/WHERE ; EVENT WHERE PLACE TIME DAY MONTH YEAR ORGANISE
date = MONTH + YEAR ; TIME EVENT
date = MONTH
date = TIME/DAY ; ORGANISE EVENT MONTH YEAR DAY
year = YEAR ; OF
attendance = COMPOSITION + COUNT/ATTEND ; COUNT ATTEND PERSON
attendance = ATTEND ; COUNT PERSON NUMBER EVENT
attendance = COUNT + PERSON ; ATTEND
gender = GENDER
discipline = DISCIPLINE
event = EVENT ; AWARD HONOUR
abstract = SUBJECT ; CONTENT DECISION
type = KIND + EVENT/UNIT ; LEVEL OF
type = FORM + EVENT ; ORGANISE
model_name = MODEL ; DEED REGISTERED AWARD RECOGNISED INTRO
model_name = DEED + REGISTERED/MAKE
summary = DEED
first_name = NAME
name = EXEMPLAR ; INTRO AWARD HONOUR DISCOVERED
code = CODE
"""


def _phrases() -> dict[tuple[str, ...], str]:
    lines = (line.split(": ", 1) for line in _PARTS.strip().splitlines())
    return {tuple(text.split()): part for part, texts in lines for text in texts.split("|")}


def _rules() -> list[tuple[str, tuple[frozenset[str], ...], frozenset[str]]]:
    found = []
    for line in _RULES.strip().splitlines():
        concept, parts = line.split(" = ")
        needed, _, further = parts.partition(" ; ")
        required = tuple(frozenset(one.strip().split("/")) for one in needed.split("+"))
        allowed = frozenset(further.split()).union(*required)
        found.append((concept, required, allowed))
    return found


# What a heading may say besides without being another thing.
DROPPABLE = frozenset(
    {"MAKE", "REGISTERED", "EXEMPLAR", "MODEL", "AWARD", "HONOUR", "EVENT", "MOVEMENT", "CONTENT",
     "INTRO", "OF", "COLLECTIVE", "INDIVIDUAL", "HOUSEHOLD", "KIND", "WHO", "ORGANISE", "STATE",
     "FORM", "TITLE", "DEED"}
)  # fmt: skip
PHRASES = _phrases()
RULES = _rules()
LONGEST = max(map(len, PHRASES))
