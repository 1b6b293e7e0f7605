"""What offices write above their columns: concept -> headings, folded, parted by bars."""

HEADINGS = {
    "stt": "stt|tt|so tt|so thu tu|s t t|t t|thu tu|no|#|index|order no|item|serial no",
    "name": (
        "ho va ten|ho ten|ho va ten khai sinh|ho ten khai sinh|ho va ten day du|ten dien hinh"
        "|ten dien hinh tien tien|dien hinh|dien hinh tien tien|ten guong dien hinh|ten guong"
        "|guong dien hinh|guong nguoi tot viec tot|ten tap the ca nhan|ten ca nhan tap the"
        "|ten to chuc|ten to chuc ca nhan|ten nguoi|ten doi tuong|ten doi tuong khen thuong"
        "|nguoi duoc khen thuong|nguoi duoc de nghi|tap the ca nhan duoc de nghi|doi tuong duoc khen thuong|ten nguoi duoc khen|ho ten day du"
        "|tap the ca nhan duoc khen thuong|tap the ca nhan tieu bieu|ten tap the ca nhan dien hinh"
        "|name|full name|exemplar|name of exemplar|exemplar name|recipient|recipient name"
        "|name of recipient|who is proposed|name of collective or individual|recipients"
    ),
    "individual_name": "ho va ten ca nhan|ho ten ca nhan|ten ca nhan|ca nhan dien hinh"
    "|name of individual|individual name",
    "collective_name": "ten tap the|tap the dien hinh|ten tap the dien hinh|name of collective"
    "|collective name",
    "household_name": "ten ho gia dinh|ho ten chu ho|ho va ten chu ho|chu ho|ten ho|ten chu ho"
    "|name of household|household name",
    "model_name": (
        "cong trinh dan van kheo|ten cong trinh|ten cong trinh dan van kheo|ten mo hinh viec lam|ten viec lam|ten mo hinh|mo hinh|ten mo hinh dan van kheo|mo hinh dan van kheo|ten goi mo hinh"
        "|ten mo hinh cach lam hay|ten mo hinh dien hinh|ten mo hinh dien hinh dan van kheo"
        "|ten mo hinh dang ky|noi dung mo hinh dang ky|mo hinh dang ky|ten cong trinh phan viec"
        "|model|model name|name of model|name of the model"
    ),
    "event_name": (
        "ten hoi nghi|ten su kien|ten cuoc hop|ten hoi nghi su kien|noi dung hoi nghi"
        "|ten hoi nghi le|event name|name of event|conference|conference name|ten chuong trinh"
    ),
    "movement_name": "ten phong trao|ten phong trao thi dua|movement name|name of movement",
    "presenter_name": "nguoi trao|nguoi trao tang|ten nguoi trao|ho ten nguoi trao|ho va ten nguoi trao|dai bieu trao"
    "|dai bieu trao tang|lanh dao trao|lanh dao trao tang|nguoi trao thuong|presenter|presenter name|name of presenter",
    "presented_to": "trao cho|nhom duoc trao|trao tang cho|doi tuong duoc trao|noi dung trao|presented to|hands over to",
    "publication_title": "ten tac pham|tac pham|tac pham bao chi|ten bai|ten bai viet|ten tin bai|tin bai|bai viet"
    "|tieu de|nhan de|noi dung tuyen truyen|headline|title of publication|name of publication",
    "outlet": "bao|dang bao|dang tren bao|dang tren|bao dai|ten bao|ten bao dai|noi dang|noi dang phat|noi dang tai|co quan bao chi|dang tai tren|kenh tuyen truyen"
    "|phuong tien|phuong tien tuyen truyen|published in|outlet|newspaper or station",
    "published_on": "ngay dang|ngay phat|ngay dang phat|ngay phat song|ngay dang bai|ngay dang tin|ngay dang tai|published on|date of publication",
    "about": "dien hinh duoc tuyen truyen|tuyen truyen ve|viet ve|nhan vat|ve dien hinh|ten dien hinh duoc tuyen truyen|about|about exemplar",
    "target_measure": "chi tieu|ten chi tieu|noi dung chi tieu|loai chi tieu|target|measure",
    "target_value": "chi tieu giao|so luong giao|so giao|so chi tieu|muc giao|ke hoach giao|so luong chi tieu|target value|to reach",
    "event": "hoi nghi|dip|su kien|dip khen thuong|tai hoi nghi|event|dip ton vinh|dip bieu duong",
    "unit_name": "ten don vi|ten xa thi tran|ten xa phuong|ten cac xa thi tran|ten co quan don vi|ten co quan|ten dia phuong|ten xa|ten don vi dia phuong"
    "|unit name|name of unit|organisation name",
    "valid_from": "co tu ngay|hieu luc tu ngay|ngay thanh lap|thanh lap ngay|valid from",
    "valid_to": "den ngay|het hieu luc|het hieu luc ngay|ket thuc hoat dong|ngay giai the|valid to",
    "first_name": "ten|given name|first name",
    "last_name": "ho|ho dem|ho va ten dem|ho ten dem|ho lot|ho va dem|ho va chu dem|ho chu dem"
    "|surname|last name|family name",
    "honorific": "danh xung|ong ba|ten goi ong ba chuc danh|xung ho|ong ba dong chi|honorific",
    "kind": (
        "loai|doi tuong|phan loai|loai doi tuong|tt cn|tap the ca nhan|phan loai khen thuong"
        "|la tap the ca nhan|loai hinh|tap the hay ca nhan|kind|category of recipient"
        "|loai dien hinh|phan loai dien hinh|loai mo hinh|phan loai tap the ca nhan"
    ),
    "collective_mark": "tap the|collective|t the",
    "individual_mark": "ca nhan|cn|individual|c nhan",
    "household_mark": "ho gia dinh|ho gd|hgd|household|gia dinh",
    "subject_class": "phan loai doi tuong|phan loai can bo|ma phan loai can bo|doi tuong quan ly",
    "unit": (
        "dang bo|dang bo chi bo|chi bo dang bo|dang bo co so|to chuc co so dang|dang bo chi bo co so|don vi dia phuong cong tac|thuoc xa thi tran|don vi|don vi cong tac|co quan don vi|don vi quan ly|don vi de nghi|don vi dang ky"
        "|noi cong tac|co quan|co quan cong tac|xa thi tran|xa phuong|xa phuong thi tran|xa|dia phuong"
        "|dia ban|don vi dia phuong|thuoc don vi|tap the cong tac|don vi thuc hien|thuoc xa"
        "|don vi xay dung|don vi xay dung mo hinh|ten don vi cong tac|ten don vi dang ky|don vi noi cong tac"
        "|ten co quan lam viec|noi lam viec|don vi trinh|don vi dia ban|don vi co so|dia chi don vi"
        "|unit|organisation|organization|commune|office|workplace|agency"
    ),
    "subunit": (
        "phong ban|ten phong ban|bo phan|khoi to cong tac|to cong tac|phong ban lam viec|khoi to"
        "|ten phong ban khoi to cong tac|thon|thon to dan pho|to dan pho|thon xom|khoi|department"
    ),
    "position": (
        "chuc vu dang dam nhiem|chuc vu cong viec|chuc vu|chuc danh|chuc vu chuc danh|cap bac chuc vu|chuc vu cong tac"
        "|chuc vu nghe nghiep|nghe nghiep chuc vu|chuc vu hien nay|position|job title|post"
    ),
    "position_unit": (
        "chuc vu don vi|chuc vu don vi cong tac|chuc vu noi cong tac|don vi chuc vu"
        "|position and unit|chuc vu va don vi cong tac|chuc danh noi lam viec"
    ),
    "field": (
        "nhom linh vuc|thuoc linh vuc nao|loai linh vuc|linh vuc|linh vuc hoat dong|ten linh vuc|linh vuc dien hinh|thuoc linh vuc|noi dung linh vuc"
        "|linh vuc dang ky|lv|linh vuc mo hinh|field|area|sector|field label"
    ),
    "discovered": (
        "nam gioi thieu|nam phat hien gioi thieu|thang nam phat hien|phat hien|nam phat hien|ngay phat hien|thoi gian phat hien|thoi diem phat hien"
        "|ngay thang phat hien|ngay thang nam phat hien|ngay phat hien dien hinh|phat hien dien hinh"
        "|nam phat hien dien hinh|discovered|date discovered|year discovered|date of discovery"
    ),
    "fostered": (
        "boi duong|nam boi duong|ngay boi duong|thoi gian boi duong|thoi diem boi duong"
        "|boi duong xay dung|ngay thang boi duong|fostered|date fostered|year fostered"
    ),
    "multiplied": (
        "nhan rong|nam nhan rong|ngay nhan rong|thoi gian nhan rong|thoi diem nhan rong"
        "|nhan dien hinh|ngay thang nhan rong|multiplied|date multiplied|year multiplied"
    ),
    "stage": "cong doan|khau|giai doan|buoc|moc|giai doan dien hinh|qua trinh|stage|milestone",
    "date": (
        "ngay ton vinh|ngay bieu duong|ngay tuyen duong|ngay vinh danh|ngay trao|ngay trao tang|ngay tang|thoi gian ton vinh|thoi gian bieu duong|thoi gian khen thuong|ngay duoc khen|ngay duoc ton vinh|ngay|ngay thang|ngay thang nam|thoi gian|ngay to chuc|thoi gian to chuc|thoi diem"
        "|ngay hop|ngay thang to chuc|ngay dien ra|thoi gian dien ra|date|held on|day"
    ),
    "year": "nam|nam dang ky|nam thuc hien|nam xay dung|nam bao cao|dang ky nam|year|year registered"
    "|registration year|nam dang ky mo hinh|year of registration|nam dang ky moi|dang ky moi nam",
    "achievement_year": "nam dat thanh tich|nam thanh tich|nam khen thuong|nam xet|year of achievement"
    "|achievement year",
    "status": (
        "hinh thuc dang ky|tinh trang|trang thai|tinh trang dang ky|moi duy tri|dang ky moi duy tri"
        "|loai dang ky|dang ky|dang ky moi tiep tuc|moi cu|status|new continued|registration status"
    ),
    "birth_year": "sinh nam|nam sinh duong lich|nam sinh|sn|birth year|year of birth",
    "birth_date": "ngay sinh|ngay thang nam sinh|ngay thang sinh|sinh ngay|ngay nam sinh"
    "|ngay thang nam sinh cua|date of birth|dob|birth date|born",
    "gender": "gioi tinh|nam nu|gioi|phai|gender|sex",
    "female_mark": "nu|female",
    "address": "dia chi|noi o|dia chi noi o|cho o|thuong tru|noi thuong tru|dia chi thuong tru"
    "|dia chi thuc hien|address|residence|noi cu tru",
    "leader": (
        "chu mo hinh|ho ten chu mo hinh|nguoi thuc hien|nguoi thuc hien mo hinh|nguoi phu trach|nguoi dung dau|chu nhiem|chu nhiem mo hinh|truong mo hinh|nguoi chiu trach nhiem"
        "|dai dien|nguoi dai dien|ho ten nguoi phu trach|ho va ten nguoi dung dau|ho va ten nguoi phu trach"
        "|leader|person in charge|nguoi phu trach mo hinh"
    ),
    "summary": (
        "tom tat|tom tat thanh tich|ket qua|ket qua dat duoc|ket qua thuc hien|noi dung|noi dung mo hinh"
        "|thanh tich|tom tat thanh tich dat duoc|noi dung thanh tich|thanh tich dat duoc|thanh tich noi bat"
        "|tom tat ket qua|noi dung cach lam|mo ta|hieu qua|noi dung thuc hien|achievement|achievements"
        "|summary|description|results|ly do khen thuong|thanh tich khen thuong"
    ),
    "recognised": "nam cong nhan|ngay cong nhan|thoi gian cong nhan|cong nhan|recognised|recognized|date recognised",
    "level": "cap cong nhan|cap|cap khen|cap khen thuong|cap quyet dinh|level|recognised level",
    "form": (
        "hinh thuc khen thuong|hinh thuc|danh hieu hinh thuc khen thuong|hinh thuc khen|danh hieu khen thuong"
        "|hinh thuc danh hieu|hinh thuc danh hieu khen thuong|danh hieu thi dua hinh thuc khen thuong"
        "|hinh thuc de nghi khen thuong|hinh thuc de nghi|de nghi hinh thuc khen thuong|hinh thuc duoc khen|loai khen thuong|form|award|form of commendation|form or title"
    ),
    "title": "danh hieu|danh hieu thi dua|danh hieu thi dua neu co|title of emulation|emulation title|title",
    "act": "hinh thuc ghi nhan|hinh thuc ton vinh|bieu duong khen thuong|act|bieu duong ton vinh khen thuong",
    "category": "loai hinh khen thuong|loai hinh thanh tich|category",
    "decision": (
        "quyet dinh|quyet dinh khen thuong|so ngay quyet dinh|so ngay qd|so quyet dinh ngay thang|can cu"
        "|so ngay thang quyet dinh|quyet dinh so ngay|so quyet dinh ngay|so ngay thang nam quyet dinh|decision"
        "|quyet dinh so|can cu quyet dinh|so qd ngay"
    ),
    "decision_number": "quyet dinh so hieu|so quyet dinh khen|so quyet dinh|so qd|so quyet dinh khen thuong|so ky hieu|so va ky hieu|so hieu"
    "|so ky hieu quyet dinh|decision number|decision no|so van ban|number",
    "decision_date": (
        "ngay ra quyet dinh|ngay ky qd|ngay thang qd|ngay quyet dinh|ngay qd|ngay ky|ngay ban hanh|ngay thang quyet dinh|ngay ky quyet dinh"
        "|ngay thang nam quyet dinh|ngay khen thuong|ngay thang ban hanh|decision date|date of decision"
    ),
    "decision_body": (
        "co quan ban hanh|co quan quyet dinh|co quan khen thuong|don vi khen thuong|cap ra quyet dinh"
        "|don vi ra quyet dinh|co quan ban hanh quyet dinh|noi ban hanh|co quan ra quyet dinh|nguoi quyet dinh"
        "|issuing body|body|cap khen thuong co quan"
    ),
    "amount": (
        "so tien khen|tri gia|tien thuong vnd|tien thuong|muc khen thuong|muc khen|tien thuong kem theo|so tien|muc tien thuong|muc thuong|so tien thuong|kinh phi khen thuong|tien khen thuong"
        "|muc tien|tien|amount|bonus|reward|tien thuong dong"
    ),
    "type": "the loai|the loai tac pham|loai hoi nghi|loai su kien|loai don vi|loai hinh don vi|hinh thuc hoi nghi|hinh thuc to chuc"
    "|event type|unit type|type|loai hinh hoi nghi|cap don vi",
    "place": "dia diem|noi to chuc|dia diem to chuc|tai|place|venue|location|hoi truong",
    "organiser": (
        "don vi chu tri|co quan chu tri|don vi to chuc|co quan to chuc|chu tri|don vi chu tri to chuc"
        "|co quan don vi chu tri|don vi dang cai|organiser|organizer|host|held by"
    ),
    "attendance": (
        "so dai bieu|so nguoi du|so luong dai bieu|so nguoi tham du|so dai bieu tham du|dai bieu"
        "|so luong nguoi tham du|so luong tham du|so luong nguoi tham gia|so nguoi tham gia|tham du"
        "|attendance|attendees|participants"
    ),
    "unit_group": "nhom don vi",
    "system": "he thong khen thuong",
    "movement": "phong trao|phong trao thi dua|thuoc phong trao|movement|emulation movement",
    "code": "ma|ma don vi|ma so|code|unit code|ma dinh danh",
    "parent": (
        "don vi cap tren|cap tren|truc thuoc|don vi truc thuoc|co quan cap tren|don vi chu quan"
        "|co quan chu quan|don vi cha|thuoc|cap tren truc tiep|parent|parent unit|belongs to"
    ),
    "other_names": "ten goi khac|ten khac|ten viet tat|viet tat|cac ten goi khac|ten thuong goi"
    "|other names|other name|aliases|abbreviation",
    "abstract": "trich yeu|trich yeu noi dung|noi dung trich yeu|ve viec|abstract|subject|noi dung quyet dinh",
    "signer": "nguoi ky|ho ten nguoi ky|signer|signed by|nguoi ky quyet dinh",
    "signer_position": "chuc vu nguoi ky|chuc danh nguoi ky|signer position|signer s position",
    "stated_collectives": "so tap the|so luong tap the|so tap the duoc khen|stated collectives",
    "stated_individuals": "so cn|so ca nhan|so luong ca nhan|stated individuals",
    "stated_households": "so ho|so ho gia dinh|so luong ho|so luong ho gia dinh|stated households",
    "note": "ghi chu|note|notes|remarks|remark",
    "personal": (
        "cccd|cmnd|so cccd|so cmnd|can cuoc cong dan|so can cuoc|dien thoai|so dien thoai|sdt|so tai khoan"
        "|so tai khoan ngan hang|tai khoan|phone|phone number|id number|email|cccd cmnd|cmnd cccd"
        "|so cccd cmnd|so cmnd cccd|so can cuoc cong dan|ma so thue|so bhxh"
    ),
}  # fmt: skip
