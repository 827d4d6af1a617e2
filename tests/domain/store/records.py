"""Small use cases for the tests of the store."""

from domain.model import Contact, Event, EventIdentity, EventTopic, Partner, Topic
from domain.terms import EventKind


def add_partner(session, name, town="Köthen (Anhalt)", **fields):
    """A new partner's id."""
    partner = Partner(name=name, town=town, sort_key=name, **fields)
    session.add(partner)
    session.flush()
    return partner.id


def rename(session, partner_id, name):
    """Give a partner another name."""
    session.get_one(Partner, partner_id).name = name


def remove(session, table, record_id):
    """Delete a record."""
    session.delete(session.get_one(table, record_id))


def add_contact(session, partner_id, role="Schulleitung"):
    """A new contact's id."""
    contact = Contact(partner_id=partner_id, role=role)
    session.add(contact)
    session.flush()
    return contact.id


def add_event(session, title, number="2027-0001", **fields):
    """A new lecture's id; its identity lies outside the journal."""
    event = Event(kind=EventKind.lecture, title=title, **fields)
    session.add(event)
    session.flush()
    session.add(EventIdentity(event_id=event.id, number=number, uid=f"{number}@landauf"))
    return event.id


def add_topic(session, event_id, name):
    """A new topic's id, linked to the event."""
    topic = Topic(name=name)
    session.add(topic)
    session.flush()
    session.add(EventTopic(event_id=event_id, topic_id=topic.id))
    return topic.id


def names(session):
    """All partners' names, sorted."""
    from sqlmodel import select

    return sorted(session.exec(select(Partner.name)).all())
