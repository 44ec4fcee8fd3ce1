"""The documents known to the library. A row is verified if the public page it cites was seen to say so."""

from __future__ import annotations

from datetime import date

from cchc_core.conditions.known import KnownDocument
from cchc_core.law import Instrument, Source

__all__ = ["KNOWN_DOCUMENTS"]


def _page(document: str, address: str) -> Source:
    """Cite a document whose text was read on a public page; the instrument keeps the address of the page."""
    host = address.partition("/")[0]
    return Instrument(notation=document, title=address).at(f"đăng trên {host}", verified=True)


def _decree(number: str, issued: date, source: Source, amends: str = "") -> KnownDocument:
    return KnownDocument(type="Nghị định", notation=f"{number}/NĐ-CP", issued=issued, amends=amends, source=source)


_ND37 = _page(
    "Văn bản hợp nhất số 3/VBHN-BNV năm 2020",
    "danhmucvanbanphapluatvietnam.blogspot.com/p/van-ban-hop-nhat-3vbhn-bnv-nam-2020-do.html",
)
_ND130 = _page(
    "Văn bản hợp nhất số 24/VBHN-BTC ngày 09/6/2014",
    "thuvienphapluat.vn/bulletin/document.aspx?key1=U%3DpNNE1EQTTW",
)
_ND60 = _page(
    "bài “Những điểm mới về cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập”",
    "vcsvietnam.com/chitiettin?Id=485",
)
_ND61 = _page(
    "phần căn cứ của Quyết định số 95/QĐ-UBND ngày 28/02/2022 của UBND tỉnh Kon Tum",
    "thuviennhadat.vn/vbpl/quyet-dinh-95-qd-ubnd-2022-thu-tuc-hanh-chinh-khong-phu-thuoc-dia-gioi-hanh-ch"
    "inh-kon-tum-578918.html",
)
_ND108_2014 = _page(
    "bài về đề án tinh giản biên chế của Sở Công Thương tỉnh Thái Nguyên",
    "congthuongthainguyen.gov.vn/vn/to-chuc-can-bo/de-an-tinh-giam-bien-che-don-vi-su-nghiep-truc-thuoc-s"
    "o-cong-thuong-5546.phtml",
)
_ND92 = _page(
    "phần căn cứ của Quyết định số 712/QĐ-UBND ngày 23/3/2023 của UBND tỉnh Hưng Yên",
    "hethongphapluat.vn/quyet-dinh-712-qd-ubnd-nam-2023-cong-bo-danh-muc-thu-tuc-hanh-chinh-moi-ban-hanh-"
    "thu-tuc-hanh-chinh-bi-bai-bo-trong-linh-vuc-dang-ky-bien-phap-bao-dam-thuoc-pham-vi-chuc-nang-quan-l"
    "y-nha-nuoc-cua-so-tu-phap-tinh-hung-yen.html",
)
_ND106 = _page(
    "phần căn cứ của Quyết định số 34/2024/QĐ-UBND ngày 11/10/2024 của UBND tỉnh Bình Thuận",
    "thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-34-2024-QD-UBND-phan-cap-quan-ly-to-chuc-bo-"
    "may-vi-tri-viec-lam-Binh-Thuan-627513.aspx",
)
_ND118 = _page(
    "phần căn cứ của Quyết định số 128/2025/QĐ-UBND ngày 09/10/2025 của UBND tỉnh Thanh Hóa",
    "hethongphapluat.vn/quyet-dinh-128-2025-qd-ubnd-ve-quy-che-hoat-dong-cua-trung-tam-phuc-vu-hanh-chinh"
    "-cong-tinh-thanh-hoa.html",
)
_ND120 = _page(
    "Nghị định số 283/2025/NĐ-CP ngày 31/10/2025",
    "thuviennhadat.vn/vbpl/nghi-dinh-283-2025-nd-cp-sua-doi-nghi-dinh-120-2020-nd-cp-thanh-lap-don-vi-su-"
    "nghiep-cong-lap-376721.html",
)
_ND42 = _page(
    "phần thuộc tính của Nghị định 42/2022/NĐ-CP",
    "vietjack.me/phap-luat/nghi-dinh-42-2022-nd-cp-1772.html",
)
_ND62 = _page(
    "Nghị định số 62/2020/NĐ-CP ngày 01/6/2020",
    "thuvienphapluat.vn/van-ban/bo-may-hanh-chinh/Nghi-dinh-62-2020-ND-CP-vi-tri-viec-lam-va-bien-che-con"
    "g-chuc-444013.aspx",
)
_ND90 = _page(
    "bài “Công khai kết quả đánh giá, xếp loại công chức cuối năm”",
    "nld.com.vn/cong-doan/cong-khai-ket-qua-danh-gia-xep-loai-cong-chuc-cuoi-nam-20201126090404044.htm",
)
_ND09 = _page(
    "phần căn cứ của Quyết định số 41/2019/QĐ-UBND ngày 22/10/2019 của UBND tỉnh Quảng Trị",
    "dulieuphapluat.vn/van-ban/hanh-chinh-van-ban/quyet-dinh-412019qd-ubnd-quy-dinh-ve-che-do-bao-cao-din"
    "h-ky-phuc-vu-muc-tieu-quan-ly-tren-dia-ban-tinh-quang-tri-47183.html",
)
_ND30 = _page(
    "bài “Những từ được viết tắt trong văn bản hành chính theo Nghị định 30”",
    "luatvietnam.vn/tin-van-ban-moi/nhung-tu-duoc-viet-tat-186-24184-article.html",
)
_QD468 = _page(
    "Kế hoạch số 223/KH-UBND ngày 30/6/2021 của UBND tỉnh Hà Tĩnh",
    "hethongphapluat.vn/ke-hoach-223-kh-ubnd-nam-2021-thuc-hien-de-an-doi-moi-viec-thuc-hien-co-che-mot-c"
    "ua-mot-cua-lien-thong-trong-giai-quyet-thu-tuc-hanh-chinh-tren-dia-ban-tinh-ha-tinh.html",
)
_CT10 = _page(
    "bài “Ngăn chặn tình trạng nhũng nhiễu người dân, doanh nghiệp”",
    "congluan.vn/ngan-chan-tinh-trang-nhung-nhieu-nguoi-dan-doanh-nghiep-post71590.html",
)
_NQ30C = _page(
    "phần căn cứ của Quyết định số 1961/QĐ-UBND ngày 28/8/2019 của UBND tỉnh Kiên Giang",
    "text.123docz.net/document/5932142-quyet-dinh-so-1961-2019-qd-ubnd-tinh-kien-giang.htm",
)

KNOWN_DOCUMENTS: tuple[KnownDocument, ...] = (
    _decree("130/2005", date(2005, 10, 17), _ND130),
    _decree("117/2013", date(2013, 10, 7), _ND130, amends="130/2005/NĐ-CP"),
    _decree("37/2014", date(2014, 5, 5), _ND37),
    _decree("108/2014", date(2014, 11, 20), _ND108_2014),
    KnownDocument(
        type="Nghị định",
        notation="16/2015/NĐ-CP",
        issued=date(2015, 2, 14),
        repealed=date(2021, 8, 15),
        repealed_by="Nghị định số 60/2021/NĐ-CP",
        source=_ND60,
    ),
    _decree("92/2017", date(2017, 8, 7), _ND92),
    _decree("61/2018", date(2018, 4, 23), _ND61),
    _decree("113/2018", date(2018, 8, 31), _ND108_2014, amends="108/2014/NĐ-CP"),
    _decree("09/2019", date(2019, 1, 24), _ND09),
    _decree("30/2020", date(2020, 3, 5), _ND30),
    _decree("62/2020", date(2020, 6, 1), _ND62),
    _decree("90/2020", date(2020, 8, 13), _ND90),
    _decree("106/2020", date(2020, 9, 10), _ND106),
    _decree("107/2020", date(2020, 9, 14), _ND106, amends="24/2014/NĐ-CP"),
    _decree("24/2014", date(2014, 4, 4), _ND106),
    _decree("108/2020", date(2020, 9, 14), _ND37, amends="37/2014/NĐ-CP"),
    _decree("120/2020", date(2020, 10, 7), _ND120),
    _decree("143/2020", date(2020, 12, 10), _ND108_2014, amends="108/2014/NĐ-CP"),
    _decree("60/2021", date(2021, 6, 21), _ND60),
    _decree("107/2021", date(2021, 12, 6), _ND61, amends="61/2018/NĐ-CP"),
    _decree("42/2022", date(2022, 6, 24), _ND42),
    _decree("118/2025", date(2025, 6, 9), _ND118),
    _decree("283/2025", date(2025, 10, 31), _ND120, amends="120/2020/NĐ-CP"),
    KnownDocument(type="Thông tư", notation="02/2017/TT-VPCP", issued=date(2017, 10, 31), source=_ND92),
    KnownDocument(type="Thông tư", notation="01/2018/TT-VPCP", issued=date(2018, 11, 23), source=_ND61),
    KnownDocument(type="Thông tư", notation="03/2025/TT-VPCP", issued=date(2025, 9, 15), source=_ND118),
    KnownDocument(type="Nghị quyết", notation="30c/NQ-CP", issued=date(2011, 11, 8), source=_NQ30C),
    KnownDocument(type="Chỉ thị", notation="10/CT-TTg", issued=date(2019, 4, 22), source=_CT10),
    KnownDocument(type="Quyết định", notation="468/QĐ-TTg", issued=date(2021, 3, 27), source=_QD468),
)
"""The documents that come with the library; plugins may register others."""
