"""What the spellings of one name have in common, to look names up by; never a text to print."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["key", "romanized", "words"]

_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LATIN_WORD = re.compile("[a-z0-9]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
# N.P.S.C., Nat'l, Head Quarters.
_INITIAL = re.compile(r"(?<![a-z])([a-z])\. ?(?=[a-z](?![a-z]))")
_CONTRACTED = re.compile("['’](?=[lt](?![a-z]))")
_HEAD_QUARTERS = re.compile("head[ -]+quarters?(?![a-z])")
# Hyogo-ken Police; but Naikaku-fu keeps its last word.
_PREFECTURE = re.compile("(?<![a-z])(?:ken|fu|to)(?![a-z])")
# Words that one writer puts and another leaves out.
_LEFT_OUT = frozenset(
    {"the", "of", "for", "and", "s", "japan", "japanese", "government", "govt"}
    | {"headquarters", "headquarter", "hq", "hqs", "hdqrs", "hdqtrs", "prefectural", "prefectual", "prefecture", "pref"}
)
_IN_FULL = {
    "1st": "first",
    "2nd": "second",
    "bur": "bureau",
    "dept": "department",
    "div": "division",
    "drivers": "driver",
    "licence": "license",
    "met": "metropolitan",
    "min": "ministry",
    "nat": "national",
    "natl": "national",
    "organised": "organized",
}
_OLD_AND_NEW = (
    "髙高 﨑崎 澤沢 廣広 國国 縣県 廳庁 內内 總総 經経 濟済 產産 觀観 勞労 會会 學学 區区 兒児 對対 當当 應応 團団 "
    "藥薬 轉転 與与 敎教 畫画 際際 檢検 檔档 單単 嚴厳 變変 關関 歸帰 號号 舊旧 參参 證証 讓譲 淺浅 殘残 錢銭 賴頼 "
    "瀨瀬 顯顕 眞真 愼慎 壽寿 榮栄 營営 龍竜 瀧滝 嶋島 嶌島 濱浜 濵浜 邊辺 邉辺 齋斎 齊斎 斉斎 櫻桜 德徳 鹽塩 﨟臈 "
    "聯連 靜静 繩縄 瀉潟 冨富 惡悪 圖図 圓円 藝芸 醫医 驛駅 條条 樂楽 氣気 黑黒 狀状 圍囲 體体 搜捜 數数 點点 實実 "
    "廰庁 嵜崎 碕崎 埼崎 巖岩 巌岩 羣群 泻潟 坂阪 哥歌 靑青 查査 畵画 仂働 歧岐 冲沖 樣様 爲為 戶戸 藏蔵 狹狭 奧奥"
)
# Hiragana, the new character, 1 and not 一; a long vowel's mark and 第 are written or left out.
_CHARACTERS = str.maketrans(
    {
        **{chr(katakana): chr(katakana - 0x60) for katakana in range(ord("ァ"), ord("ヶ") + 1)},
        **{pair[0]: pair[1] for pair in _OLD_AND_NEW.split()},
        **dict(zip("一二三四五六七八九", "123456789", strict=True)),
        "ー": "",
        "第": "",
    }
)
# Romanizations differ in these; what is left is nearest to the Kunrei system, without long vowels.
_ROMANIZATIONS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("m(?=[bmp])", "n"),
        ("tch", "tty"),
        ("sh(?=i)", "s"),
        ("ch(?=i)", "t"),
        ("tyi", "ti"),
        ("sh", "sy"),
        ("ch", "ty"),
        ("ts(?=u)", "t"),
        ("f(?=u)", "h"),
        ("j(?=i)", "z"),
        ("j", "zy"),
        ("dz", "z"),
        ("du", "zu"),
        ("o[ou]+|^oh(?=i)|oh(?![aeiouy])", "o"),
        ("uu", "u"),
    )
]
_POLICE = re.compile("(警|けい|kei)(?:察|さつ|satu)?(?:本部|ほんぶ|honbu)?$")
_POLICE_DEPARTMENT = re.compile("policedepartment$")
# Whom a letter is to, and of which country an agency is.
_AROUND = re.compile("^日本国?|(?:日本国?|御中|様|殿|宛て?){1,3}$")


def key(name: str) -> str:
    """Give what is left of a name without width, case, marks, blanks, old characters and optional words.

    >>> key("Ｈｙōgo Prefectural Police Headquarters"), key("兵庫縣警察本部") == key("兵庫県警")
    ('hyogopolice', True)
    """
    text = _LATIN_WORD.sub(lambda word: _plain(word[0]), _folded(name))
    text = _AROUND.sub("", "".join(filter(str.isalnum, text)).translate(_CHARACTERS))
    return _POLICE_DEPARTMENT.sub("police", _POLICE.sub(r"\1", text))


def words(name: str) -> str:
    """Give the words of a name in Latin letters in the order of the alphabet; none where it has others.

    >>> words("Police Headquarters of Hyōgo"), words("兵庫県警")
    ('hyogo police', '')
    """
    text = _folded(name)
    if not "".join(filter(str.isalnum, text)).isascii():
        return ""
    plain = " ".join(filter(None, map(_plain, _LATIN_WORD.findall(text))))
    return " ".join(sorted(plain.replace("police department", "police").split()))


def _folded(name: str) -> str:
    """Give a name without width, case and marks on letters, with its words as they stand."""
    text = unicodedata.normalize("NFKC", _VARIATION_SELECTORS.sub("", name)).casefold()
    text = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text)))
    text = _HEAD_QUARTERS.sub("", _CONTRACTED.sub("", _INITIAL.sub(r"\1", text)))
    return _PREFECTURE.sub("", text) if "police" in text else text


def _plain(word: str) -> str:
    """Spell a word in Latin letters in one way, or leave it out."""
    if word in _LEFT_OUT:
        return ""
    word = _IN_FULL.get(word, word)
    for pattern, plain in _ROMANIZATIONS:
        word = pattern.sub(plain, word)
    return word


def romanized(reading: str) -> str:
    """Write a reading in hiragana in Latin letters, as Unicode names them, good enough for a key.

    >>> key(romanized("とっとりけん")) == key("Tottoriken"), key(romanized("しょう")) == key("shō")
    (True, True)
    """
    letters = ""
    for kana in reading.replace("ー", ""):
        size, _, sound = unicodedata.name(kana).removeprefix("HIRAGANA LETTER ").rpartition(" ")
        if size and sound.startswith("Y"):
            letters = letters[:-1] + sound
        else:
            letters += "*" if size else sound
    return re.sub(r"\*(.)", r"\1\1", letters.lower())
