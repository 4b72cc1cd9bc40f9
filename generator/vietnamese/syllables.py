"""Which letter sequences are Vietnamese syllables."""

import re
import unicodedata
from typing import Final

from generator.vietnamese.text import TONES, nfc

_INITIALS: Final = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu q(?=u) r s t th tr v x"
_RHYMES: Final = """
a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi
om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
"""
_SYLLABLE = re.compile(f"(?:{'|'.join(_INITIALS.split())})?(?:{'|'.join(_RHYMES.split())})")
_STOPPED = re.compile("(?:c|ch|k|p|t)$")
_TONES_OF_OPEN: Final = ("", *TONES)
_TONES_OF_STOPPED: Final = tuple(TONES[3:])


def is_syllable(word: str) -> bool:
    """Tell whether `word` can be one written Vietnamese syllable, in any case, tone included.

    A syllable that ends in c, ch, k, p or t has the tone sắc or nặng: «việt», never «viêt».
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(char for char in decomposed if char in TONES)
    bare = nfc("".join(char for char in decomposed if char not in TONES))
    allowed = _TONES_OF_STOPPED if _STOPPED.search(bare) else _TONES_OF_OPEN
    return tones in allowed and _SYLLABLE.fullmatch(bare) is not None
