"""What announcers say: the golden cases, a table of written and spoken forms, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.speech.aloud import count_syllables, speak

READINGS = {
    "SXSH": "sản xuất sạch hơn",
    "TKNL": "tiết kiệm năng lượng",
    "KCN": "khu công nghiệp",
    "CCN": "cụm công nghiệp",
    "UBND": "Ủy ban nhân dân",
    "TP.": "thành phố",
    "CO₂": "khí các-bô-níc",
    "CO2": "khí các-bô-níc",
    "CSSX": "cơ sở sản xuất",
    "QĐ": "quyết định",
    "NĐ": "nghị định",
    "TTg": "Thủ tướng",
    "CP": "Chính phủ",
    "BCT": "Bộ Công Thương",
    "PTV": "phát thanh viên",
}

TABLE = """
0 cái → không cái
1 lớp → một lớp
4 lớp → bốn lớp
05 lớp → năm lớp
10 người → mười người
11 người → mười một người
14 ngày → mười bốn ngày
15 phút → mười lăm phút
21 ngày → hai mươi mốt ngày
24 giờ → hai mươi tư giờ
25 cơ sở → hai mươi lăm cơ sở
31 ngày → ba mươi mốt ngày
44 bước → bốn mươi tư bước
55 lít → năm mươi lăm lít
100 bản → một trăm bản
101 bài → một trăm lẻ một bài
104 trang → một trăm lẻ bốn trang
105 hộ → một trăm lẻ năm hộ
110 kg → một trăm mười ki-lô-gam
115 tấn → một trăm mười lăm tấn
121 mẻ → một trăm hai mươi mốt mẻ
300 cái → ba trăm cái
400 băng rôn → bốn trăm băng rôn
750 cán bộ → bảy trăm năm mươi cán bộ
1.000 bản → một nghìn bản
1.005 lượt → một nghìn không trăm lẻ năm lượt
1.500 cơ sở → một nghìn năm trăm cơ sở
2.200 băng rôn → hai nghìn hai trăm băng rôn
10.000 cuốn → mười nghìn cuốn
80.000 bản → tám mươi nghìn bản
760.000 lượt → bảy trăm sáu mươi nghìn lượt
1.000.000 đồng → một triệu đồng
1.250.000 đồng → một triệu hai trăm năm mươi nghìn đồng
6 triệu đồng → sáu triệu đồng
1,5 triệu đồng → một phẩy năm triệu đồng
1.234,5 tỷ → một nghìn hai trăm ba mươi tư phẩy năm tỷ
2 tỷ đồng → hai tỷ đồng
500.000đ → năm trăm nghìn đồng
500.000 đ/kg → năm trăm nghìn đồng mỗi ki-lô-gam
3.000 đồng/kWh → ba nghìn đồng mỗi ki-lô-oát giờ
100 USD → một trăm đô la Mỹ
20 $ → hai mươi đô la
1.500 VNĐ → một nghìn năm trăm đồng
12 000 cuốn → mười hai nghìn cuốn
8.000 chi tiết → tám nghìn chi tiết
1,25 → một phẩy hai mươi lăm
0,5 → không phẩy năm
0,05 → không phẩy không năm
0,005 → không phẩy không không năm
3,14 → ba phẩy mười bốn
3,1416 → ba phẩy một bốn một sáu
12,50 → mười hai phẩy năm mươi
1.234,56 → một nghìn hai trăm ba mươi tư phẩy năm mươi sáu
2,5 lít → hai phẩy năm lít
-5 °C → âm năm độ xê
−5 độ → âm năm độ
từ -2 đến 4 °C → từ âm hai đến bốn độ xê
5% → năm phần trăm
85% → tám mươi lăm phần trăm
12,5% → mười hai phẩy năm phần trăm
100 % → một trăm phần trăm
0,3 % → không phẩy ba phần trăm
2 ‰ → hai phần nghìn
8-13% → tám đến mười ba phần trăm
5–8% → năm đến tám phần trăm
7–10 % → bảy đến mười phần trăm
50%–60% → năm mươi phần trăm đến sáu mươi phần trăm
từ 8 đến 13% → từ tám đến mười ba phần trăm
2–3 ngày → hai đến ba ngày
20–40 ngày → hai mươi đến bốn mươi ngày
5 – 10 người → năm đến mười người
5 - 10 người → năm đến mười người
2016–2020 → hai nghìn không trăm mười sáu đến hai nghìn không trăm hai mươi
2021-2030 → hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm ba mươi
2016 – 2020 → hai nghìn không trăm mười sáu đến hai nghìn không trăm hai mươi
2021–2025 → hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm
năm 2021 → năm hai nghìn không trăm hai mươi mốt
năm 2005 → năm hai nghìn không trăm lẻ năm
năm 1999 → năm một nghìn chín trăm chín mươi chín
năm 2010 → năm hai nghìn không trăm mười
năm 2000 → năm hai nghìn
ngày 17/3/2021 → ngày mười bảy tháng Ba năm hai nghìn không trăm hai mươi mốt
17-3-2021 → ngày mười bảy tháng Ba năm hai nghìn không trăm hai mươi mốt
17.3.2021 → ngày mười bảy tháng Ba năm hai nghìn không trăm hai mươi mốt
2021-03-17 → ngày mười bảy tháng Ba năm hai nghìn không trăm hai mươi mốt
05/06/2021 → ngày năm tháng Sáu năm hai nghìn không trăm hai mươi mốt
ngày 05 tháng 3 năm 2021 → ngày năm tháng Ba năm hai nghìn không trăm hai mươi mốt
ngày 5/6 → ngày năm tháng Sáu
sáng 5/6 → sáng ngày năm tháng Sáu
trước ngày 25/12 → trước ngày hai mươi lăm tháng Mười hai
30/4 → ngày ba mươi tháng Tư
1/5 → ngày một tháng Năm
2/9 → ngày hai tháng Chín
mùng 1/1 → mùng một tháng Một
từ 5/6 đến 7/6 → từ ngày năm tháng Sáu đến ngày bảy tháng Sáu
5–7/6/2021 → ngày năm đến ngày bảy tháng Sáu năm hai nghìn không trăm hai mươi mốt
thứ Tư, 12/5/2021 → thứ Tư, ngày mười hai tháng Năm năm hai nghìn không trăm hai mươi mốt
tháng 1 → tháng Một
tháng 4 → tháng Tư
tháng 4/2021 → tháng Tư năm hai nghìn không trăm hai mươi mốt
3/2021 → tháng Ba năm hai nghìn không trăm hai mươi mốt
12/2021 → tháng Mười hai năm hai nghìn không trăm hai mươi mốt
tháng 12 năm 2021 → tháng Mười hai năm hai nghìn không trăm hai mươi mốt
6 tháng → sáu tháng
tháng 10 → tháng Mười
Tháng 5 → Tháng Năm
thứ 2 → thứ hai
thứ 4 → thứ tư
thứ 1 → thứ nhất
lần thứ 3 → lần thứ ba
lần thứ 4 → lần thứ tư
6h → sáu giờ
06:30 → sáu giờ ba mươi phút
6:05 → sáu giờ năm phút
18:00 → mười tám giờ
6 giờ 30 → sáu giờ ba mươi
6 giờ 30 phút → sáu giờ ba mươi phút
06:30:15 → sáu giờ ba mươi phút mười lăm giây
7h30–9h → bảy giờ ba mươi phút đến chín giờ
7h-9h → bảy giờ đến chín giờ
từ 6h30 đến 7h → từ sáu giờ ba mươi phút đến bảy giờ
24h → hai mươi tư giờ
Quý I → Quý một
Quý II → Quý hai
quý III → quý ba
Quý IV → Quý bốn
quý 2/2021 → quý hai năm hai nghìn không trăm hai mươi mốt
quý 3 → quý ba
Q2/2021 → quý hai năm hai nghìn không trăm hai mươi mốt
Q4 → quý bốn
Quý II, III, IV → Quý hai, ba, bốn
Quý II và IV → Quý hai và bốn
Quý II–IV/2021 → Quý hai đến bốn năm hai nghìn không trăm hai mươi mốt
II/2021 → hai năm hai nghìn không trăm hai mươi mốt
chương I → chương một
Phần V → Phần năm
mục X → mục mười
mục II.1.b → mục hai chấm một chấm b
mục II.2 → mục hai chấm hai
điểm 2.a → điểm hai chấm a
thế kỷ XXI → thế kỷ hai mươi mốt
khóa XIII → khóa mười ba
Nhơn Trạch II → Nhơn Trạch hai
Biên Hòa 2 → Biên Hòa hai
KCN Biên Hòa 2 → khu công nghiệp Biên Hòa hai
CCN Phú Cường → cụm công nghiệp Phú Cường
UBND tỉnh → Ủy ban nhân dân tỉnh
SXSH → sản xuất sạch hơn
TKNL → tiết kiệm năng lượng
TP. Biên Hòa → thành phố Biên Hòa
TP.Biên Hòa → thành phố Biên Hòa
CO₂ → khí các-bô-níc
CO2 → khí các-bô-níc
12 kg CO₂ → mười hai ki-lô-gam khí các-bô-níc
kWh → ki-lô-oát giờ
1 kWh → một ki-lô-oát giờ
giá một m³ → giá một mét khối
m² → mét vuông
40 m³/ngày → bốn mươi mét khối mỗi ngày
60 km/h → sáu mươi ki-lô-mét mỗi giờ
2 kWh/m² → hai ki-lô-oát giờ mỗi mét vuông
5 l/chi tiết → năm lít mỗi chi tiết
04 chương trình/năm → bốn chương trình mỗi năm
5 lớp/năm → năm lớp mỗi năm
2 lần/tháng → hai lần mỗi tháng
7 doanh nghiệp/CSSX → bảy doanh nghiệp hoặc cơ sở sản xuất
Kinh tế/Kinh tế hạ tầng → Kinh tế hoặc Kinh tế hạ tầng
và/hoặc → và hoặc
500kg → năm trăm ki-lô-gam
500 g → năm trăm gam
2 ha → hai héc-ta
1 t → một tấn
15 kW → mười lăm ki-lô-oát
220 V → hai trăm hai mươi vôn
50 Hz → năm mươi héc
10 A → mười am-pe
25°C → hai mươi lăm độ xê
90° → chín mươi độ
300 dpi → ba trăm điểm một inh
5 ppm → năm phần triệu
4 GJ → bốn gi-ga-jun
1 TOE → một tấn dầu quy đổi
70 dB → bảy mươi đề-xi-ben
16 MB → mười sáu mê-ga-bai
6 x 0,8 m → sáu nhân không phẩy tám mét
3 m x 2 m → ba mét nhân hai mét
3×4 m → ba nhân bốn mét
2/3 số hộ → hai phần ba số hộ
1/4 lượng nước → một phần tư lượng nước
3/4 thời gian → ba phần tư thời gian
tỷ lệ 1/3 → tỷ lệ một trên ba
tỷ lệ 1:10 → tỷ lệ một trên mười
½ ca → một phần hai ca
¾ mẻ → ba phần tư mẻ
16:9 → mười sáu trên chín
10+5=15 → mười cộng năm bằng mười lăm
R&D → R và D
≥ 5 % → lớn hơn hoặc bằng năm phần trăm
< 2 giờ → nhỏ hơn hai giờ
~ 30 phút → khoảng ba mươi phút
889/QĐ-TTg → tám trăm tám mươi chín trên quyết định Thủ tướng
Quyết định 76/QĐ-TTg → Quyết định bảy mươi sáu trên quyết định Thủ tướng
38/2021/NĐ-CP → ba mươi tám trên hai nghìn không trăm hai mươi mốt trên nghị định Chính phủ
3529/QĐ-BCT → ba nghìn năm trăm hai mươi chín trên quyết định Bộ Công Thương
Điều 27 → Điều hai mươi bảy
công nghiệp 4.0 → công nghiệp bốn chấm không
phiên bản 1.6.1 → phiên bản một chấm sáu chấm một
1.5 → một chấm năm
2,000 → hai phẩy không không không
1.234.5 → một chấm hai trăm ba mươi tư chấm năm
0251 382 2123 → không hai năm một ba tám hai hai một hai ba
0912345678 → không chín một hai ba bốn năm sáu bảy tám
0251.3822.123 → không hai năm một ba tám hai hai một hai ba
www.tuvancongnghiepdongnai.gov.vn → tuvancongnghiepdongnai chấm gov chấm vê en
tuvancongnghiepdongnai.gov.vn → tuvancongnghiepdongnai chấm gov chấm vê en
https://scp.vn/bai-1 → scp chấm vê en gạch chéo bai gạch ngang một
a@b.vn → a a còng b chấm vê en
scp.vn → scp chấm vê en
A4 → A bốn
PTV 1 → phát thanh viên một
QH16 → quy hát mười sáu
3D → ba D
TNHH → tê en hát hát
ISO 14001 → i ét ô mười bốn nghìn không trăm lẻ một
PVC → pê vê xê
CN → xê en
x² → x mũ hai
10⁻³ → mười mũ âm ba
10^6 tấn → mười mũ sáu tấn
① → một
007 → bảy
1.234.567.890 → một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi
1234567890123456 → một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu
KẾ HOẠCH → KẾ HOẠCH
ha ha → ha ha
an toàn → an toàn
Mở vòi, khóa vòi. → Mở vòi, khóa vòi.
Phần I → Phần một
Khu A, phần II → Khu A, phần hai
8 giờ–17 giờ → tám giờ đến mười bảy giờ
15-16/3/2021 → ngày mười lăm đến ngày mười sáu tháng Ba năm hai nghìn không trăm hai mươi mốt
từ ngày 1-5/6 → từ ngày một đến ngày năm tháng Sáu
ngày 30-4 → ngày ba mươi tháng Tư
30-4 và 1-5 → ngày ba mươi tháng Tư và ngày một tháng Năm
lễ 2-9 → lễ ngày hai tháng Chín
20-11 → ngày hai mươi tháng Mười một
ngày 1-3 tháng 6 → ngày một đến ba tháng Sáu
3-5 phút → ba đến năm phút
tỷ số 3-2 → tỷ số ba hai
đường 30/4 → đường ba mươi tháng Tư
ngõ 4/15 → ngõ bốn trên mười lăm
12/4A → mười hai trên bốn A
quốc lộ 1A → quốc lộ một A
giảm 1/3 → giảm một phần ba
1/3 chi phí → một phần ba chi phí
9/10 hộ → chín phần mười hộ
đến 2/3 số hộ → đến hai phần ba số hộ
sáng 1/3 → sáng ngày một tháng Ba
trực 24/7 → trực hai mươi tư trên bảy
sáng 24/7 → sáng ngày hai mươi tư tháng Bảy
24/24 giờ → hai mươi tư trên hai mươi tư giờ
1½ giờ → một giờ rưỡi
2½ triệu đồng → hai triệu rưỡi đồng
2½ → hai rưỡi
7g30 → bảy giờ ba mươi phút
08 giờ 00 phút → tám giờ
15' → mười lăm phút
6'30'' → sáu phút ba mươi giây
Quý I-II/2021 → Quý một đến hai năm hai nghìn không trăm hai mươi mốt
1.000 ÷ 2.000 tấn → một nghìn đến hai nghìn tấn
–5 % → âm năm phần trăm
35 tCO₂ → ba mươi lăm tấn khí các-bô-níc
10 kWp → mười ki-lô-oát đỉnh
7,5 HP → bảy phẩy năm mã lực
16 GB → mười sáu gi-ga-bai
40oC → bốn mươi độ xê
ISO 14001:2015 → i ét ô mười bốn nghìn không trăm lẻ một năm hai nghìn không trăm mười lăm
QCVN 40:2011/BTNMT → quy xê vê en bốn mươi năm hai nghìn không trăm mười một trên bê tê en em tê
08/2022/NĐ-CP → không tám trên hai nghìn không trăm hai mươi hai trên nghị định Chính phủ
72/2020/QH14 → bảy mươi hai trên hai nghìn không trăm hai mươi trên quy hát mười bốn
13.500/KH-UBND → mười ba nghìn năm trăm trên ca hát Ủy ban nhân dân
(0251) 3822123 → không hai năm một ba tám hai hai một hai ba
0251.3.822.123 → không hai năm một ba tám hai hai một hai ba
+84 251 382 2123 → cộng tám bốn hai năm một ba tám hai hai một hai ba
1900 1234 → một chín không không một hai ba bốn
gọi 114 → gọi một một bốn
gọi 20 người → gọi hai mươi người
MST 3600123456 → mã số thuế ba sáu không không một hai ba bốn năm sáu
1.864 đồng/kWh → một nghìn tám trăm sáu mươi tư đồng mỗi ki-lô-oát giờ
1.000.005 đồng → một triệu không trăm lẻ năm đồng
124.000 đồng → một trăm hai mươi tư nghìn đồng
104,4 triệu → một trăm lẻ bốn phẩy bốn triệu
2.021 hộ → hai nghìn không trăm hai mươi mốt hộ
3,5-4,5 triệu đồng → ba phẩy năm đến bốn phẩy năm triệu đồng
15-20 %/năm → mười lăm đến hai mươi phần trăm mỗi năm
120-150 m³/ngày đêm → một trăm hai mươi đến một trăm năm mươi mét khối mỗi ngày đêm
3 m/s → ba mét mỗi giây
8 m3/h → tám mét khối mỗi giờ
6h30 – 7h00 → sáu giờ ba mươi phút đến bảy giờ
mồng 5/5 → mồng năm tháng Năm
rằm tháng 7 → rằm tháng Bảy
tháng 6-2021 → tháng Sáu năm hai nghìn không trăm hai mươi mốt
T5/2021 → tháng Năm năm hai nghìn không trăm hai mươi mốt
quý I-2021 → quý một năm hai nghìn không trăm hai mươi mốt
30°C – 35°C → ba mươi độ xê đến ba mươi lăm độ xê
gọi tổng đài 19001091 → gọi tổng đài một chín không không một không chín một
Gọi số 18006606 → Gọi số một tám không không sáu sáu không sáu
Tổng đài 1022 nghe → Tổng đài một không hai hai nghe
Tổng đài 100 máy → Tổng đài một trăm máy
Gọi số 0251 382 2288 → Gọi số không hai năm một ba tám hai hai hai tám tám
Nhắn tin tới 8088 → Nhắn tin tới tám không tám tám
gửi đến 500 hộ → gửi đến năm trăm hộ
Mã số thuế 3600123456 → Mã số thuế ba sáu không không một hai ba bốn năm sáu
MST: 3600123456-001 → mã số thuế: ba sáu không không một hai ba bốn năm sáu không không một
tài khoản 500000 đồng → tài khoản năm trăm nghìn đồng
thu 3600123456 đồng → thu ba tỷ sáu trăm triệu một trăm hai mươi ba nghìn bốn trăm năm mươi sáu đồng
xe 60C-123.45 → xe sáu mươi xê một hai ba bốn năm
xe 60A1 12345, 51F-1234 → xe sáu mươi a một một hai ba bốn năm, năm mươi mốt ép một hai ba bốn
giá $5 → giá năm đô la
giá US$5,5 triệu → giá năm phẩy năm triệu đô la Mỹ
mục #3 → mục số ba
ống Φ21 → ống phi hai mươi mốt
điện, nước, v.v. đều tốn → điện, nước, vân vân đều tốn
điện, nước, v.v. Rồi về → điện, nước, vân vân. Rồi về
điện, nước, vv… → điện, nước, vân vân.
"""

ROWS = [tuple(row.split(" → ")) for row in TABLE.strip().split("\n")]

SYLLABLES = st.sampled_from(
    ["ba", "vòi", "nước", "Đồng", "sạch", "hơn,", "quý", "tháng", "ngày", "năm", "thứ", "phần", "đ"]
)
FIGURES = st.sampled_from(
    ["5", "05", "2.000", "12,5", "8–13", "17/3/2021", "5/6", "6h30", "06:30", "2016–2020", "1.5"]
)
SIGNS = st.sampled_from(["%", "m³", "kg", "/tấn", "°C", "-", "–", "x", "II", "/", ".", "&", "SXSH"])
UNITS = st.sampled_from(["%", "m³", "kg", "°C", "II", "SXSH", "KCN"])
TEXTS = st.lists(st.one_of(SYLLABLES, FIGURES, SIGNS), max_size=8)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        (
            "958.079.880 đồng",
            "chín trăm năm mươi tám triệu bảy mươi chín nghìn tám trăm tám mươi đồng",
        ),
        ("Quý II/2021", "Quý hai năm hai nghìn không trăm hai mươi mốt"),
        ("17/3/2021", "ngày mười bảy tháng Ba năm hai nghìn không trăm hai mươi mốt"),
        ("6h30", "sáu giờ ba mươi phút"),
        ("8–13 %", "tám đến mười ba phần trăm"),
        ("2.000 cuốn", "hai nghìn cuốn"),
        ("12,5 m³/tấn", "mười hai phẩy năm mét khối mỗi tấn"),
    ],
)
def test_golden(written: str, spoken: str) -> None:
    assert speak(written, READINGS) == spoken


def test_the_table_is_as_long_as_it_claims() -> None:
    assert len(dict(ROWS)) == len(ROWS) >= 200


@pytest.mark.parametrize(("written", "spoken"), ROWS)
def test_table(written: str, spoken: str) -> None:
    assert speak(written, READINGS) == spoken


@pytest.mark.parametrize(
    ("written", "readings", "spoken"),
    [
        ("KCN", {}, "ca xê en"),
        (
            "KCN Amata",
            {"KCN": "khu công nghiệp", "KCNC": "khu công nghệ cao"},
            "khu công nghiệp Amata",
        ),
        ("KCNC", {"KCN": "khu công nghiệp", "KCNC": "khu công nghệ cao"}, "khu công nghệ cao"),
        ("100 m³", {"m³": "khối"}, "một trăm khối"),
        ("tp", {"TP": "thành phố"}, "tp"),
    ],
)
def test_readings(written: str, readings: dict[str, str], spoken: str) -> None:
    assert speak(written, readings) == spoken


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("", 0),
        ("– … !", 0),
        ("SXSH", 4),
        ("958.079.880", 14),
        ("12,5 m³/tấn", 8),
        ("ki-lô-oát", 3),
        ("container", 3),
        ("Sản xuất sạch hơn, an toàn.", 6),
    ],
)
def test_count_syllables(written: str, count: int) -> None:
    assert count_syllables(written, READINGS) == count


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_no_digit_is_left(text: str) -> None:
    assert [char for char in speak(text, READINGS) if char.isdigit()] == []


@given(TEXTS)
def test_no_digit_is_left_in_what_people_write(parts: list[str]) -> None:
    for text in (" ".join(parts), "".join(parts)):
        assert [char for char in speak(text, READINGS) if char.isdigit()] == []


@given(st.lists(SYLLABLES))
def test_plain_words_stay(words: list[str]) -> None:
    text = " ".join(words)
    assert speak(text, READINGS) == text


@given(st.lists(st.one_of(SYLLABLES, FIGURES, UNITS), max_size=8))
def test_what_is_spoken_is_spoken_alike(parts: list[str]) -> None:
    spoken = speak(" ".join(parts), READINGS)
    assert speak(spoken, READINGS) == spoken


@given(TEXTS)
def test_no_word_is_swallowed(parts: list[str]) -> None:
    text = " ".join(parts)
    tokens = [token for token in text.split() if any(char.isalnum() for char in token)]
    assert count_syllables(text, READINGS) >= len(tokens)


TRICKY = st.sampled_from(
    [
        "www.", "a@b.vn", "x.vn", "–", "Quý", "III", "lần", "I", "VND", "kWh", "pH", "Va", "IV.a",
        "KCN", "A", "đ/c", "và/hoặc", "≥", "½", "%", "TP.", "(", ".", "°C", "I_", " ", "—X", "x²",
    ]
)  # fmt: skip


@given(st.lists(TRICKY | SYLLABLES, max_size=6), st.sampled_from(["", " "]))
def test_what_follows_changes_nothing(parts: list[str], between: str) -> None:
    """A figure at the end has the whole text looked through; without one most texts are not."""
    text = between.join(parts)
    assert speak(f"{text}\n;\n1", READINGS) == f"{speak(text, READINGS)}\n;\nmột"
