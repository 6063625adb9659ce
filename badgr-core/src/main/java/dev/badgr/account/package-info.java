/** Who a person is: {@link dev.badgr.account.Account} with its names, ways in and verified addresses. Pure. */
@NullMarked
package dev.badgr.account;

import org.jspecify.annotations.NullMarked;
