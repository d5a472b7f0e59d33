"""What the spellings of one name have in common, to look names up by; never a text to print."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["key", "romanized"]

_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LATIN_WORD = re.compile("[a-z0-9]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
# Words that one writer puts and another leaves out.
_LEFT_OUT = frozenset(
    {"the", "of", "for", "and", "s", "japan", "japanese"}
    | {"headquarters", "headquarter", "hq", "prefectural", "prefecture", "pref", "ken", "fu"}
)
_IN_FULL = {
    "1st": "first",
    "2nd": "second",
    "bur": "bureau",
    "dept": "department",
    "div": "division",
    "min": "ministry",
    "organised": "organized",
}
_OLD_AND_NEW = (
    "髙高 﨑崎 澤沢 廣広 國国 縣県 廳庁 內内 總総 經経 濟済 產産 觀観 勞労 會会 學学 區区 兒児 對対 當当 應応 團団 "
    "藥薬 轉転 與与 敎教 畫画 際際 檢検 檔档 單単 嚴厳 變変 關関 歸帰 號号 舊旧 參参 證証 讓譲 淺浅 殘残 錢銭 賴頼 "
    "瀨瀬 顯顕 眞真 愼慎 壽寿 榮栄 營営 龍竜 瀧滝 嶋島 嶌島 濱浜 濵浜 邊辺 邉辺 齋斎 齊斎 斉斎 櫻桜 德徳 鹽塩 﨟臈 "
    "聯連 靜静 繩縄 瀉潟 冨富 惡悪 圖図 圓円 藝芸 醫医 驛駅 條条 樂楽 氣気 黑黒 狀状 圍囲 體体 搜捜 數数 點点 實実"
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


def key(name: str) -> str:
    """Give what is left of a name without width, case, marks, blanks, old characters and optional words.

    >>> key("Ｈｙōgo Prefectural Police Headquarters"), key("兵庫縣警察本部") == key("兵庫県警")
    ('hyogopolice', True)
    """
    text = unicodedata.normalize("NFKC", _VARIATION_SELECTORS.sub("", name)).casefold()
    text = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text)))
    text = _LATIN_WORD.sub(lambda word: _plain(word[0]), text)
    text = "".join(filter(str.isalnum, text)).translate(_CHARACTERS)
    return _POLICE_DEPARTMENT.sub("police", _POLICE.sub(r"\1", text))


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
