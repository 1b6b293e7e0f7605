"""Headings of what `emul export` writes besides, and of votes: few lists of offices have them."""

FURTHER = {
    "unit_group": "khoi thi dua|nhom don vi|group of units",
    "works_directly": "truc tiep lao dong san xuat|works directly",
    "leads": "lanh dao quan ly|leads",
    "grown_from": "tu mo hinh|grew from model",
    "discovered_document": "van ban phat hien|document of discovery",
    "fostered_document": "van ban boi duong|document of fostering",
    "multiplied_document": "van ban nhan rong|document of multiplying",
    "registered_on": "ngay dang ky|ngay thang dang ky|date registered",
    "registered_document": "van ban dang ky|document of registration",
    "appraised": "ngay tham dinh|date appraised",
    "appraised_document": "van ban tham dinh|document of appraisal",
    "recognised_document": "van ban cong nhan|document of recognition",
    "replicated": "ngay nhan rong mo hinh|date replicated",
    "replicated_unit": "don vi nhan rong mo hinh|don vi nhan rong|replicated by",
    "replicated_document": "van ban nhan rong mo hinh|document of replication",
    "stopped": "ngay dung|ngay dung mo hinh|date stopped",
    "stopped_document": "van ban dung|document of stopping",
    "renewal": "duy tri hay dung|continued or stopped",
    "period_reviewed": "giai doan so ket tong ket|period reviewed",
    "system": "he thong|he thong khen thuong|system",
    "event_date": "ngay cua hoi nghi|date of conference",
    "honour_status": "tinh trang khen thuong|status of honour",
    "proposed_on": "ngay de nghi|ngay trinh|proposed on",
    "votes_for": "so phieu dong y|so phieu tan thanh|phieu dong y|phieu tan thanh|so phieu bau"
    "|so phieu dong y tong so phieu|so phieu|ket qua bo phieu|ket qua bieu quyet|votes for",
    "votes_of": "tong so phieu|so phieu phat ra|so phieu thu ve|so phieu hop le|votes cast",
    "outcome": "ket qua xet|ket qua binh xet|ket qua xet duyet|ket qua hop xet|ket qua tham dinh"
    "|ket qua xet khen thuong|ket luan|ket luan cua hoi dong|y kien hoi dong|y kien cua hoi dong"
    "|outcome",
    "outcome_date": "ngay xet|ngay hop xet|ngay binh xet|reviewed on",
    "outcome_reason": "ly do|ly do cua ket qua|ly do khong dat|ly do tra lai|why this outcome",
    "proposer": "don vi gui de nghi|proposed by",
    "to_body": "trinh len|co quan trinh len|proposed to",
    "to_level": "cap trinh len|level proposed to",
    "belongs": "thuoc dien hinh mo hinh|belongs to record",
}
