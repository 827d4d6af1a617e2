"""Photos of sites: kept once, undone, and swept out when nothing names them any more."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlmodel import select

from domain.errors import ConflictError, InvalidInputError
from domain.exchange.pictures import prepared
from domain.model import Attachment
from domain.usecases import photos, sites
from domain.workspace import Workspace
from tests.builders import make_site


def picture(colour="#336699"):
    out = BytesIO()
    Image.new("RGB", (80, 60), colour).save(out, "PNG")
    return prepared(out.getvalue(), "platz.png")


def kept(ws):
    """The keys of all pictures in the file."""
    return set(ws.ask(lambda session: session.exec(select(Attachment.key)).all()))


def test_photo_comes_back_with_what_it_shows(ws):
    site = make_site(ws)
    key = ws.run("Photo", photos.set_photo, site, picture(), " Blick von Norden ")
    draft = ws.ask(sites.detail, site).draft
    assert (draft.photo, draft.photo_alt) == (key, "Blick von Norden")
    assert ws.ask(photos.photo, key) == picture().content


def test_same_photo_of_two_sites_is_kept_once(ws):
    for name in ("Nord", "Süd"):
        ws.run("Photo", photos.set_photo, make_site(ws, name), picture())
    assert len(kept(ws)) == 1


def test_unknown_or_no_key_gives_no_photo(ws):
    assert ws.ask(photos.photo, "") is None
    assert ws.ask(photos.photo, "0" * 64) is None


def test_replaced_and_removed_photo_comes_back_by_undo(ws):
    site = make_site(ws)
    first = ws.run("Photo", photos.set_photo, site, picture("#ff0000"))
    ws.run("Photo", photos.set_photo, site, picture("#00ff00"))
    ws.run("No photo", photos.remove_photo, site)
    ws.undo()
    ws.undo()
    assert ws.ask(sites.detail, site).draft.photo == first
    assert ws.ask(photos.photo, first) == picture("#ff0000").content


def test_site_changed_meanwhile_keeps_its_photo(ws):
    site = make_site(ws)
    ws.run("Photo", photos.set_photo, site, picture(), version=1)
    with pytest.raises(ConflictError):
        ws.run("Photo", photos.set_photo, site, picture("#000000"), version=1)
    assert len(kept(ws)) == 1


def test_endless_description_is_refused(ws):
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Photo", photos.set_photo, make_site(ws), picture(), "x" * 501)
    assert refusal.value.field == "photo_alt"


def reopened(ws, clock, days):
    """The same file, closed and opened again some days later."""
    path = ws.path
    ws.close()
    now = clock() + timedelta(days=days)
    return Workspace.open(path, clock=lambda: now, author="Kühne", device="Laptop 7")


def test_photo_that_was_removed_is_swept_out_after_thirty_days(tmp_path, clock):
    ws = Workspace.create(tmp_path / "a.landauf", clock=clock, author="Kühne", device="Laptop 7")
    site, other = make_site(ws), make_site(ws, "Anger")
    removed = ws.run("Photo", photos.set_photo, site, picture("#ff0000"))
    stays = ws.run("Photo", photos.set_photo, other, picture("#00ff00"))
    ws.run("No photo", photos.remove_photo, site)
    ws = reopened(ws, clock, 29)
    assert kept(ws) == {removed, stays}
    ws = reopened(ws, clock, 31)  # what is closed here has its clock on day 29
    assert kept(ws) == {removed, stays}
    make_site(ws, "Ring")
    ws = reopened(ws, clock, 31)
    with ws:
        assert kept(ws) == {stays}
        assert ws.check() == ()


def test_backup_does_not_carry_what_is_swept_out(tmp_path, clock):
    with Workspace.create(tmp_path / "a.landauf", clock=clock, author="Kühne", device="Laptop 7") as ws:
        ws.run("Photo", lambda session: photos.keep(session, picture()))
        assert len(kept(ws)) == 1
        ws.backup(tmp_path / "copy.landauf-backup")
        assert kept(ws) == set()


def test_damaged_photo_is_found_by_the_check(ws):
    ws.run("Photo", photos.set_photo, make_site(ws), picture())

    def spoil(session):
        session.exec(select(Attachment)).one().content = b"damaged"

    ws.run("Spoil", spoil)
    (problem,) = ws.check()
    assert "is damaged" in str(problem)
