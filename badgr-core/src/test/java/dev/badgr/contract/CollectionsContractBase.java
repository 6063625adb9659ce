package dev.badgr.contract;

import static dev.badgr.fixture.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.CollectionForm;
import dev.badgr.Collections;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.award.AwardId;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.CollectionView;
import dev.badgr.backpack.Explanation;
import dev.badgr.fixture.Person;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Somebody who puts badges together. */
abstract class CollectionsContractBase extends VerbContract {
    static final CollectionForm DATA = new CollectionForm(" Data ", "What I can do.");

    Person mia;

    @BeforeEach
    void miaHasAnAccount() {
        mia = app.personWithAccount();
    }

    AwardId award() {
        return app.awarded(mia.email());
    }

    Collection added(Collection to, AwardId... awards) {
        Collection now = to;
        for (AwardId award : awards) {
            now = done(collections().add(mia.id(), to.id(), award));
        }
        return now;
    }

    CollectionView view(Collection collection) {
        Optional<CollectionView> view = collections().view(mia.id(), collection.id());
        return view.orElseThrow();
    }

    List<AwardId> seen(Collection collection) {
        return view(collection).entries().stream()
                .map(entry -> entry.award().id())
                .toList();
    }

    static void assertNotThere(Result<?> result, Class<? extends Explanation> why) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.NotThere.class,
                                        notThere -> assertThat(notThere.explanation())
                                                .isInstanceOf(why)));
    }

    Collections collections() {
        return badgr().collections();
    }
}
