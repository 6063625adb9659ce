/** Files of awards and revocations: from lines of CSV or JSON to what a bulk run takes, with what is wrong by line. */
@NullMarked
package dev.badgr.bulk;

import org.jspecify.annotations.NullMarked;
