/** The domain of badgr: its verbs, its nouns, and the ports that a host or an adapter fills. */
module dev.badgr.core {
    requires com.nulabinc.zxcvbn;
    requires com.sanctionco.jmail;
    requires java.xml;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;

    exports dev.badgr;
    exports dev.badgr.account;
    exports dev.badgr.award;
    exports dev.badgr.backpack;
    exports dev.badgr.email;
    exports dev.badgr.memory;
    exports dev.badgr.openbadges;
    exports dev.badgr.openbadges.image;
    exports dev.badgr.openbadges.issue;
    exports dev.badgr.openbadges.verify;
    exports dev.badgr.port;
    exports dev.badgr.terms;
    exports dev.badgr.testing;
    exports dev.badgr.text;
}
