"""The README's calls with the generated Python client. Arguments: URL, one-time password."""

import json
import sys

import annals_client as annals

url, one_time = sys.argv[1:]
configuration = annals.Configuration(host=url)
client = annals.ApiClient(configuration)
session = annals.SessionApi(client)
configuration.access_token = session.session_open(annals.Credentials(name="admin", password=one_time)).token
changed = annals.NewPassword(currentPassword=one_time, newPassword="choose your own words")
configuration.access_token = session.session_change_password(changed).token

customers = annals.CustomersApi(client)
customers.register_customer(
    annals.RegisterCustomer.from_dict(
        {"customerId": "acme", "kind": "organisation", "name": "Acme 有限公司", "roles": ["prospect"]}
    )
)
# Not from_dict, which sets every member that is missing to null, and null clears a value.
change = annals.ChangeData(changes=annals.Changes(phone="+43 1 234567"), reason="The customer called.")
customers.change_data("acme", change)
contact = {"channel": "phone", "direction": "inbound", "purpose": "sales", "summary": "Asked for a quote.", "outcome": "reached"}
receipt = annals.ContactsApi(client).make_contact("acme", annals.MakeContact.from_dict(contact))
page = customers.customer_page_one("acme", consistency_token=receipt.consistency_token)
history = customers.history_list("acme", consistency_token=receipt.consistency_token)
report = annals.ReportsApi(client).reports_report("sales", by=["year", "country"], country=["DE", "AT"])
events = annals.EventsApi(client).events_read(types=["ContactMade"]).events
summaries = [event.actual_instance.data.summary for event in events]
print(json.dumps([page.profile.phone, page.contacts.last.channel, [each.type for each in history.items], len(report.rows), summaries]))
