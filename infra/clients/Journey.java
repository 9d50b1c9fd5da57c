import annals.ApiClient;
import annals.api.ContactsApi;
import annals.api.CustomersApi;
import annals.api.EventsApi;
import annals.api.ReportsApi;
import annals.api.SessionApi;
import annals.model.*;
import java.util.List;

/** The README's calls with the generated Java client. Arguments: URL, one-time password. */
public class Journey {
  public static void main(String[] arguments) throws Exception {
    String oneTime = arguments[1];
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    String[] token = new String[1];
    client.setRequestInterceptor(
        request -> {
          if (token[0] != null) request.header("Authorization", "Bearer " + token[0]);
        });
    SessionApi session = new SessionApi(client);
    token[0] = session.sessionOpen(new Credentials().name("admin").password(oneTime)).getToken();
    NewPassword changed = new NewPassword().currentPassword(oneTime).newPassword("choose your own words");
    token[0] = session.sessionChangePassword(changed).getToken();

    CustomersApi customers = new CustomersApi(client);
    customers.registerCustomer(
        new RegisterCustomer()
            .customerId("acme")
            .kind(CallersKind.ORGANISATION)
            .name("Acme 有限公司")
            .roles(List.of(CallersRole.PROSPECT)),
        null,
        null);
    ChangeData change = new ChangeData().changes(new Changes().phone("+43 1 234567")).reason("The customer called.");
    customers.changeData("acme", change, null, null, null);
    MakeContact contact =
        new MakeContact()
            .channel(NamedLeadChannel.PHONE)
            .direction(Direction.INBOUND)
            .purpose(Purpose.SALES)
            .summary("Asked for a quote.")
            .outcome(MakeContactOutcome.REACHED);
    String seen = new ContactsApi(client).makeContact("acme", contact, null, null, null).getConsistencyToken();
    CustomerView page = customers.customerPageOne("acme", null, null, null, seen, null);
    ReportsApi.APIReportsReportRequest wanted =
        ReportsApi.APIReportsReportRequest.newBuilder().name("sales").by(List.of("year", "country")).build();
    Report report = new ReportsApi(client).reportsReport(wanted);
    EventsApi.APIEventsReadRequest read =
        EventsApi.APIEventsReadRequest.newBuilder().types(List.of("ContactMade")).build();
    RecordedEvent made = new EventsApi(client).eventsRead(read).getEvents().get(0);
    System.out.printf(
        "[\"%s\",\"%s\",%d,[\"%s\"]]%n",
        page.getProfile().getPhone(),
        page.getContacts().getLast().getChannel(),
        report.getRows().size(),
        made.getContactMadeEvent().getData().getSummary());
  }
}
