package dev.badgr.jdbc.bench;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.NewAward;
import dev.badgr.port.AwardStore;
import java.sql.SQLException;
import java.util.List;

/** P3: a badge is awarded under a key of the host's, with the notice to its recipient. */
final class AwardBench {
    private static final String UPSERT = """
            with added as (
                insert into hand.badgr_award (recipient_key, sequence, issuer, badge, address, issued_on, external_key, state)
                values (?, ?, ?, ?, ?, ?, ?, 'SHOWN') on conflict do nothing returning recipient_key, sequence, address
            ), noticed as (
                insert into hand.badgr_notice (recipient_key, id, kind, address, award_recipient, award_sequence, detail,
                    locale, created_at, attempts, next_attempt_at)
                select recipient_key, sequence, 'AWARDED', address, recipient_key, sequence, '', 'en', ?, 0, ? from added
            )
            select count(*) from added""";

    private AwardBench() {}

    static List<Finding> run(Scale scale) throws Exception {
        try (Lab lab = Lab.open();
                Hibernate hibernate = Hibernate.on(lab.pool(), lab.tablesFor("hibernate"))) {
            Badge badge = lab.app().badge();
            lab.tablesFor("hand");
            Hand hand = new Hand(lab.pool());
            NewAward first = Granted.some(badge, 1).get(0).wanted();
            AwardStore store = lab.storage().stores().awards();
            Timings times = scale.quick()
                    .run(List.of(
                            lab.awards(
                                    "store",
                                    badge,
                                    one -> Hand.require(store.award(one.award(), List.of(one.notice()))
                                            .isPresent())),
                            lab.awards("verb", badge, one -> award(lab, one.wanted())),
                            Variant.of("again", () -> award(lab, first)),
                            lab.awards("upsert", badge, one -> upsert(hand, one.award())),
                            lab.awards("Hibernate", badge, one -> hibernate.award(one.award()))));
            return List.of(
                    Finding.atLeast(0.9, "P3", "store an award, beside an upsert", times.speed("store", "upsert")),
                    Finding.seen("P3", "the same by the verb, beside an upsert", times.speed("verb", "upsert")),
                    Finding.seen("P3", "award again by the verb, beside an upsert", times.speed("again", "upsert")),
                    Finding.seen("P3", "award by the verb, beside Hibernate", times.speed("verb", "Hibernate")));
        }
    }

    static void award(Lab lab, NewAward wanted) {
        lab.app().badgr().awards().award(wanted).orElseThrow();
    }

    private static void upsert(Hand hand, Award award) throws SQLException {
        String added = hand.ask(
                UPSERT,
                Granted.recipient(award),
                award.id().sequence(),
                award.badge().issuer().value(),
                award.badge().name(),
                award.address().text(),
                Granted.issuedOn(award),
                award.externalKey().orElseThrow(),
                Newcomer.NOW,
                Newcomer.NOW);
        Hand.require(added.equals("1"));
    }
}
