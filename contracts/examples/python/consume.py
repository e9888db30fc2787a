"""Reads events of Ruzlet and checks them with nothing but the JSON Schemas of contracts/generated.

    pip install -r requirements.txt
    python consume.py --brokers localhost:9092 learning.events course.events    # from Kafka, until stopped
    python consume.py < events.jsonl                                            # one event a line

Prints a line of JSON for each event: {"ok": true, "type": …, "id": …, "key": …}, or {"ok": false, "error": …}. Delivery is at
least once, so a consumer remembers the ids of what it has taken; this one only counts what it sees again.
"""

import argparse
import json
import sys
from collections import OrderedDict
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

SCHEMAS = Path(__file__).resolve().parents[2] / "generated" / "json-schema"
ENVELOPE = "urn:ruzlet:schema:envelope"
# Ids that are remembered to recognise what comes again (count).
REMEMBERED_IDS_MAX = 100_000
# How long one look for new messages lasts (milliseconds); Ctrl-C is heard in between.
POLL_MS = 500


class Refused(Exception):
    """An event that does not fit its schema: the message says where and why."""


class Contracts:
    """The schemas by their `$id`, each compiled once."""

    def __init__(self, folder: Path = SCHEMAS):
        schemas = [json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))]
        registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)
        self.validators = {
            schema["$id"]: Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
            for schema in schemas
        }

    def check(self, text: str) -> dict:
        """An event, when envelope and data fit; raises Refused otherwise. Fields that a schema does not know are allowed."""
        try:
            event = json.loads(text)
        except ValueError as error:
            raise Refused(f"not JSON: {error}") from error
        self._validate(ENVELOPE, event, "envelope")
        self._validate(event.get("dataschema"), event["data"], "data")
        return event

    def _validate(self, schema_id, value, where):
        validator = self.validators.get(schema_id)
        if validator is None:
            raise Refused(f"no schema {schema_id}: a newer version, which this consumer has to learn first")
        for error in validator.iter_errors(value):
            raise Refused(f"{where}{error.json_path[1:]}: {error.message[:200]}")


def messages(arguments):
    """Texts of events: from Kafka, or from the lines of standard input."""
    if arguments.brokers is None:
        yield from (line for line in sys.stdin if line.strip())
        return
    from kafka import KafkaConsumer

    consumer = KafkaConsumer(
        *arguments.topics,
        bootstrap_servers=arguments.brokers.split(","),
        group_id=arguments.group,
        auto_offset_reset="earliest",
        # A message counts as read when it has been dealt with, not when it has been fetched.
        enable_auto_commit=False,
    )
    try:
        while True:
            batches = consumer.poll(timeout_ms=POLL_MS)
            for batch in batches.values():
                for message in batch:
                    yield message.value.decode("utf-8", errors="replace")
            if batches:
                consumer.commit()
    finally:
        consumer.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--brokers", help="Kafka, as host:port with commas between; without it, standard input is read")
    parser.add_argument("--group", default="python-example", help="consumer group")
    parser.add_argument("topics", nargs="*", default=["user.events", "content.events", "learning.events", "course.events"])
    arguments = parser.parse_args()

    contracts = Contracts()
    seen = OrderedDict()
    for text in messages(arguments):
        try:
            event = contracts.check(text)
        except Refused as refused:
            print(json.dumps({"ok": False, "error": str(refused)}), flush=True)
            continue
        again = event["id"] in seen
        seen[event["id"]] = True
        if len(seen) > REMEMBERED_IDS_MAX:
            seen.popitem(last=False)
        told = {"ok": True, "type": event["type"], "id": event["id"], "key": event["partitionkey"], "again": again}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
