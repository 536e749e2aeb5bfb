package cn.quality.platform.outbox;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;

/** A use case that tells the ledger. */
@Path("bookings")
public class BookingsResource {

    private final Outbox outbox;

    BookingsResource(Outbox outbox) {
        this.outbox = outbox;
    }

    @POST
    @Path("{account}")
    @Transactional
    public void book(@PathParam("account") String account, @QueryParam("q") String query, Map<String, Object> booking) {
        outbox.append(new OutboundEvent("quality.credit.enterprise", "cn.quality.test.booked.v1", account, 1, booking));
    }
}
