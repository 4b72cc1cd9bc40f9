"""What functions gave of texts. Test data."""

from generator.vietnamese.text_cache import text_cache


def test_of_long_texts_few_are_kept() -> None:
    asked = list[str]()

    @text_cache(100)
    def first(text: str) -> str:
        asked.append(text)
        return text[0]

    short = [f"{number} ngắn" for number in range(50)]
    long = [f"{number} " + "dài " * 6000 for number in range(9)]
    for _ in range(2):
        assert [first(text) for text in short] == [text[0] for text in short]
        assert [first(text) for text in long] == [text[0] for text in long]
    assert asked == [*short, *long, *long]
    assert first(long[-1]) == "8"
    assert len(asked) == len(short) + 2 * len(long)
