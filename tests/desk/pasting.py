"""What is pasted into the page-like editor, and what becomes of it: many questions at once.

Nothing of it reaches the draft: the page is as it was after each, and Python writes its blocks.
"""

import json
from typing import TYPE_CHECKING, Any

from generator.desk.page_blocks import apply_edits, page_blocks

if TYPE_CHECKING:
    from playwright.sync_api import Page

_WORK = """
  const {view} = loaPage, before = view.state, told = document.querySelector('#trang-viet .note')
  const Text = before.selection.constructor, Any = Object.getPrototypeOf(Text)
  const fire = (type, data) => view.dom.dispatchEvent(
    new ClipboardEvent(type, {clipboardData: data, bubbles: true, cancelable: true}))
  const select = (selection) => view.dispatch(view.state.tr.setSelection(selection))
  const tried = (work) => {
    told.textContent = ''
    work()
    const found = [view.state.doc.toJSON().content, told.textContent]
    view.updateState(before)
    return found
  }
"""
_PASTED = f"""([where, every]) => {{{_WORK}
  let at = 0
  before.doc.descendants((node, pos) => {{
    if (node.type.name === where) at = pos + node.nodeSize - 1
  }})
  return every.map(([type, words]) => tried(() => {{
    if (at) select(Any.near(before.doc.resolve(at - 1), -1))
    else view.dispatch(view.state.tr.delete(0, view.state.doc.content.size))
    const data = new DataTransfer()
    data.setData(type, words)
    fire('paste', data)
  }}))
}}"""
_CUT = f"""() => {{{_WORK}
  const found = []
  before.doc.forEach((node, anchor) => found.push(tried(() => {{
    select(Any.fromJSON(view.state.doc, {{type: 'node', anchor}}))
    const data = new DataTransfer()
    fire('cut', data)
    fire('paste', data)
  }})))
  return [...found, tried(() => {{
    select(Any.fromJSON(view.state.doc, {{type: 'all'}}))
    const data = new DataTransfer()
    fire('cut', data)
    fire('paste', data)
  }})]
}}"""
_DROPPED = f"""html => {{{_WORK}
  let at = 0
  before.doc.descendants((node, pos) => {{ if (node.type.name === 'table_cell') at = pos + 2 }})
  return tried(() => {{
    view.posAtCoords = () => ({{pos: at, inside: at}})
    const data = new DataTransfer()
    data.setData('text/html', html)
    const how = {{dataTransfer: data, bubbles: true, cancelable: true}}
    view.dom.dispatchEvent(new DragEvent('drop', how))
    delete view.posAtCoords
  }})
}}"""


def pasted(page: "Page", text: str, every: list[str], where: str = "") -> list[tuple[str, str]]:
    """The bodies after each of `every` was pasted, and what was told.

    HTML begins with `<`. It stands instead of all, or at the end of the last block that is a
    `where`.
    """
    kinds = [["text/html" if each.startswith("<") else "text/plain", each] for each in every]
    return [_written(text, *each) for each in page.evaluate(_PASTED, [where, kinds])]


def cut_and_put_back(page: "Page", text: str) -> list[str]:
    """The bodies after each block, and all of them, was cut and pasted where it stood."""
    return [_written(text, *each)[0] for each in page.evaluate(_CUT)]


def dropped_into_a_cell(page: "Page", text: str, html: str) -> tuple[str, str]:
    """The body after HTML was dropped into the last cell, and what was told."""
    return _written(text, *page.evaluate(_DROPPED, html))


def _written(text: str, blocks: list[dict[str, Any]], told: str) -> tuple[str, str]:
    full = [each for each in blocks if each.get("content") or each["type"] in {"raw", "rule"}]
    written = apply_edits(text, [{"at": [0, len(page_blocks(text))], "blocks": full}])
    head, _, body = written.partition("---\n\n")
    assert text.startswith(head), json.dumps(blocks)
    return body, told.rpartition("thành chữ thường: ")[2]
