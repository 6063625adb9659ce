package dev.badgr.contract;

import dev.badgr.fixture.PrunedStorage;
import dev.badgr.fixture.Times;
import dev.badgr.port.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** All contracts together: the one class that the test of an adapter extends. */
public abstract class StorageContracts {
    @BeforeAll
    static void beginTimesAgain() {
        Times.beginAgain();
    }

    /**
     * The storage under test, the same for all tests. It must be for tests only, and begin empty with each run of them.
     */
    protected abstract Storage storage();

    @Nested
    class TheStorage extends StorageContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Accounts extends AccountStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class AccountRaces extends AccountRaceContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class AccountChanges extends AccountChangeContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Moves extends MoveStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Challenges extends ChallengeStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class ProofSpending extends ProofSpendingContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class SendBudgets extends SendBudgetContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class WrongGuesses extends WrongGuessContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class EmailProofs extends EmailProofContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class EmailProofRaces extends EmailProofRaceContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class SignIns extends SignInStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class SignInBackOffs extends SignInBackOffContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Terms extends TermsStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Mailboxes extends MailboxStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Consents extends ConsentStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Badges extends BadgeStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Awards extends AwardStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Bulk extends BulkStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Readdressing extends ReaddressingContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Reissuing extends ReissueStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Backpacks extends BackpackStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class BackpackFilters extends BackpackFilterContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class BackpackRaces extends BackpackRaceContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class CollectionShowing extends CollectionShowingContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Collections extends CollectionStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class CollectionRaces extends CollectionRaceContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Shares extends ShareStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class ShareViews extends ShareViewContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Notices extends NoticeStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Merging extends MergeStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class MergeRefusals extends MergeRefusalContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Audit extends AuditStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Retention extends RetentionStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Pruning extends PruningContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class SendBudgetsWithPruning extends SendBudgetContract {
        @Override
        protected Storage storage() {
            return new PrunedStorage(StorageContracts.this.storage());
        }
    }

    @Nested
    class WrongGuessesWithPruning extends WrongGuessContract {
        @Override
        protected Storage storage() {
            return new PrunedStorage(StorageContracts.this.storage());
        }
    }

    @Nested
    class SignInBackOffsWithPruning extends SignInBackOffContract {
        @Override
        protected Storage storage() {
            return new PrunedStorage(StorageContracts.this.storage());
        }
    }

    @Nested
    class SignInsWithPruning extends SignInStoreContract {
        @Override
        protected Storage storage() {
            return new PrunedStorage(StorageContracts.this.storage());
        }
    }

    @Nested
    class Imports extends ImportStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class Statuses extends StatusStoreContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }

    @Nested
    class CodeKeys extends CodeKeysContract {
        @Override
        protected Storage storage() {
            return StorageContracts.this.storage();
        }
    }
}
