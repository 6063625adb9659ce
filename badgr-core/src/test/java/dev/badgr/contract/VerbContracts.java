package dev.badgr.contract;

import dev.badgr.fixture.Times;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All contracts of the verbs together: what a person and a host see, over the storage of an adapter. */
public abstract class VerbContracts {
    @BeforeAll
    static void beginTimesAgain() {
        Times.beginAgain();
    }

    /** The storage under test: see {@link VerbContract#storage}. */
    protected abstract Storage storage();

    @Nested
    class SignUpJourney extends SignUpJourneyContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Codes extends CodesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Budgets extends BudgetsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class SocialSignUp extends SocialSignUpContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class SignIn extends SignInContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Recovery extends RecoveryContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Emails extends EmailsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Moves extends MovesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class MoveObstacles extends MoveObstaclesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class MoveRaces extends MoveRacesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Accounts extends AccountsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Consents extends ConsentsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Awards extends AwardsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Bulk extends BulkContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Reissuing extends ReissuingContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Policies extends PoliciesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Backpacks extends BackpacksContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Collections extends CollectionsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Expiring extends ExpiringContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Sharing extends SharingContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class SharingCollections extends SharingCollectionsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class SharingRaces extends SharingRacesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Notices extends NoticesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Languages extends LanguagesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class EqualAnswers extends EqualAnswersContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Races extends RacesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Hiding extends HidingContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Administration extends AdministrationContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class CollectionBadges extends CollectionBadgesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Merges extends MergesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class MergePreviews extends MergePreviewContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class MergeRaces extends MergeRacesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class TermsDue extends TermsDueContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Unsubscribing extends UnsubscribingContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Spellings extends SpellingsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Advice extends AdviceContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class MergeChangeRaces extends MergeChangeRacesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class AfterMerge extends AfterMergeContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Erasure extends ErasureContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class ErasureRaces extends ErasureRaceContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Export extends ExportContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Imports extends ImportsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class ImportRaces extends ImportRacesContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Rechecks extends RechecksContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class Credentials extends CredentialsContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }

    @Nested
    class KeyRotation extends KeyRotationContract {
        @Override
        protected Storage storage() {
            return VerbContracts.this.storage();
        }
    }
}
