"""What the tests of the fake ask it, by plain HTTP and without Twilio's SDK."""

from dataclasses import dataclass, replace
from typing import Any

import requests
from fake_twilio.state import State

ACCOUNT = "AC" + "0" * 32
SERVICE = "MG" + "0" * 32
FOLDER = f"/2010-04-01/Accounts/{ACCOUNT}"
SAM, KIT, OURS = "+447700900101", "+447700900102", "+447700900999"
CALLBACK = "https://whatmatters.example/sms/receipts/token-1"


@dataclass
class Caller:
    """Somebody who asks one fake."""

    fake: State
    address: str
    auth: tuple[str, str] | None = None
    patience: float = 5.0

    def ask(self, method: str, path: str, **options: Any) -> requests.Response:
        """Make one request under our account."""
        url = f"{self.address}{FOLDER}{path}"
        options.setdefault("timeout", self.patience)
        return requests.request(method, url, auth=self.auth, **options)

    def send(self, mood: str = "", **form: str) -> requests.Response:
        """Send a text, in this mood if one is given."""
        if mood:
            self.fake.next_moods.append(mood)
        usual = {"To": SAM, "From": OURS, "Body": "Hi Sam", "StatusCallback": CALLBACK}
        return self.ask("POST", "/Messages.json", data=usual | form)

    def send_unanswered(self, mood: str, patience: float) -> None:
        """Send a text whose answer is lost; fail if one comes."""
        try:
            answer = replace(self, patience=patience).send(mood)
        except requests.RequestException:
            return
        raise AssertionError(f"answered {answer.status_code}")

    def look_up(self, **query: str) -> requests.Response:
        """Ask for the list."""
        return self.ask("GET", "/Messages.json", params=query)

    def listed(self, **query: str) -> list[dict[str, Any]]:
        """Return the messages of a whole list, page after page."""
        page = self.look_up(**query).json()
        found = list(page["messages"])
        while page["next_page_uri"]:
            answer = requests.get(self.address + page["next_page_uri"], timeout=5)
            page = answer.json()
            found += page["messages"]
        return found

    def bodies(self, **query: str) -> list[str]:
        """Return the words of the messages in a list."""
        return [message["body"] for message in self.listed(**query)]
