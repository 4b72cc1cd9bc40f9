"""Names of files and descriptions that machines gave a picture, and what people say of one."""

import pytest

from generator.text.machine_words import is_file_name, is_machine_description


@pytest.mark.parametrize(
    "words",
    [
        *("Ảnh chụp màn hình 2021-04-12 lúc 08.30.15", "Screen Shot 2021-04-12 at 08.30.15"),
        *("Screenshot_20210412-083015_Zalo", "20210412_083015", "IMG-20210412-WA0003"),
        *("WhatsApp Image 2021-04-12 at 08.30.15", "received_1234567890123456", "DSC_0412"),
        *("z4123456789012_ab12cd34ef56ab12cd34ef56ab12cd34", "shutterstock_1034567890"),
        *("iStock-1034567890", "AdobeStock_1034567890", "pexels-photo-123456", "FB_IMG_1618200000"),
        *("john-doe-AbCdEf-unsplash", "CamScanner 04-12-2021 08.30", "ChatGPT Image May 12, 2025"),
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    ],
)
def test_names_of_files(words: str) -> None:
    assert is_file_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "Hình ảnh có thể có: 3 người, mọi người đang ngồi và trong nhà",
        "Có thể là hình ảnh về 3 người, mọi người đang đứng",
        "May be an image of 3 people",
        "Không có mô tả ảnh.",
        "Một bức ảnh có chứa người\nMô tả được tạo tự động",
        "A group of people AI-generated content may be incorrect.",
    ],
)
def test_descriptions(words: str) -> None:
    assert is_machine_description(words)


def test_what_people_say() -> None:
    for words in (
        "Ảnh chụp xưởng năm 2021",
        "Công nhân khóa vòi nước",
        "Có thể là hình ảnh đẹp nhất của xưởng",
        "Máy P 2021 của xưởng",
        "Màn hình của máy đo lúc 8 giờ",
        "Không có mô tả nào của máy",
        "Sơ đồ 6 bước",
    ):
        assert not is_file_name(words)
        assert not is_machine_description(words)
