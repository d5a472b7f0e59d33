from __future__ import annotations

import pytest

import csegroup
from csegroup.council import Body
from csegroup.lazy import loading

load = loading("csegroup", {"council": ["Body"], "json": ["json"]})


def test_a_name_is_that_of_its_module_and_a_module_is_itself() -> None:
    assert load("Body") is Body
    assert load("json") is csegroup.json


def test_a_name_that_was_loaded_is_looked_up_no_more() -> None:
    load("Body")
    assert vars(csegroup)["Body"] is Body


def test_a_name_that_no_module_has_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'csegroup' has no attribute '議事録'"):
        load("議事録")
