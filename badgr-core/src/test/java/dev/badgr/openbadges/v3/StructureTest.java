package dev.badgr.openbadges.v3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureTest {
    /** What a change of the document brings with it. */
    private static final List<String> OTHERS =
            List.of("UNDEFINED_TERM", "JWT_CLAIMS", "PROOF", "ISSUER_BINDING", "ENDORSEMENT");

    private final Badges badges = new Badges();

    private List<String> faults(JsonObject badge) {
        return Badges.faults(badges.signed(badge)).stream()
                .filter(fault -> OTHERS.stream().noneMatch(fault::startsWith))
                .toList();
    }

    private static List<String> expected(String faults) {
        return faults.replace("'", "").isEmpty() ? List.of() : List.of(faults.split("\\+"));
    }

    /** The table is text, so only this tells a slip of the pen. */
    @Test
    void eachKindInTheDataModelIsOne() {
        List<String> kinds = DataModel.shapes().values().stream()
                .flatMap(shape -> shape.properties().stream())
                .flatMap(property -> property.kinds().stream())
                .distinct()
                .toList();
        assertThat(kinds).isNotEmpty().allMatch(kind -> DataModel.shape(kind).isPresent() || isPlain(kind));
        Stream<String> used =
                Stream.concat(kinds.stream(), Stream.of(Form.values()).map(Form::shape));
        assertThat(DataModel.shapes().keySet()).isSubsetOf(used.toList());
    }

    private static boolean isPlain(String kind) {
        return Stream.of(Plain.values()).anyMatch(plain -> plain.name().equals(kind.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({
        "id, REQUIRED FAIL",
        "name, REQUIRED WARN",
        "issuer, ISSUER FAIL",
        "issuer.id, REQUIRED FAIL+ISSUER_ID FAIL",
        "issuer.type, ISSUER_TYPE FAIL",
        "issuer.name, ''",
        "validFrom, REQUIRED FAIL",
        "credentialSubject, REQUIRED FAIL",
        "credentialSubject.id, ''",
        "credentialSubject.type, SUBJECT_TYPE FAIL",
        "credentialSubject.identifier, ''",
        "credentialSubject.identifier.type, IDENTIFIER_TYPE FAIL",
        "credentialSubject.identifier.identityHash, REQUIRED FAIL",
        "credentialSubject.identifier.hashed, REQUIRED FAIL",
        "credentialSubject.achievement, REQUIRED FAIL",
        "credentialSubject.achievement.id, REQUIRED FAIL",
        "credentialSubject.achievement.type, TYPE FAIL",
        "credentialSubject.achievement.criteria, REQUIRED FAIL",
        "credentialSubject.achievement.criteria.narrative, REQUIRED FAIL",
        "credentialSubject.achievement.description, REQUIRED FAIL",
        "credentialSubject.achievement.image.id, REQUIRED FAIL",
        "evidence.type, EVIDENCE_TYPE FAIL",
        "@context, CONTEXT FAIL",
        "type, TYPE FAIL",
    })
    void whatIsMissingIsTold(String path, String faults) {
        assertThat(faults(Badges.without(Badges.badge(), path))).isEqualTo(expected(faults));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | 'no uri' | DATA_MODEL FAIL",
                "id | 5 | DATA_MODEL FAIL",
                "name | 5 | DATA_MODEL WARN",
                "name | ['a','b'] | DATA_MODEL FAIL",
                "name | ['a'] | DATA_MODEL WARN",
                "name | {'en':'a','de':'b'} | ''",
                "name | {'en':['a']} | DATA_MODEL FAIL",
                "issuer | 'https://issuer.example' | ''",
                "issuer | 'nobody' | DATA_MODEL FAIL+ISSUER_ID FAIL",
                "issuer | 5 | DATA_MODEL FAIL+ISSUER_ID FAIL",
                "issuer | {'id':'https://issuer.example','type':'Profile'} | ''",
                "issuer | {'id':'https://issuer.example','type':'Other'} | ISSUER_TYPE FAIL",
                "credentialSubject.source | {'id':'urn:a','type':'Other'} | PROFILE_TYPE FAIL",
                "credentialSubject.achievement.creator | {'id':'urn:a','type':'Other'} | PROFILE_TYPE FAIL",
                "issuer.parentOrg | {'id':'urn:a','type':'Other'} | PROFILE_TYPE FAIL",
                "issuer.address | {'type':'Address','geo':{'type':'GeoCoordinates','latitude':1}} | REQUIRED FAIL",
                "issuer.address | {'type':'Address','geo':{'type':'GeoCoordinates','latitude':'1','longitude':2}} | DATA_MODEL WARN",
                "issuer.otherIdentifier | {'type':'IdentifierEntry','identifier':'1'} | REQUIRED FAIL",
                "credentialSubject.identifier | [5] | DATA_MODEL FAIL",
                "credentialSubject.identifier | [{'type':'IdentityObject','hashed':'true','identityHash':'a','identityType':'b'}] | DATA_MODEL WARN",
                "credentialSubject.creditsEarned | 'many' | DATA_MODEL FAIL",
                "credentialSubject.creditsEarned | '4.5' | DATA_MODEL WARN",
                "credentialSubject.activityEndDate | '2010-01-02' | DATA_MODEL WARN",
                "credentialSubject.result | [{'type':['Result'],'value':'A'}] | ''",
                "credentialSubject.result | [{'type':['Other']}] | RESULT_TYPE FAIL",
                "credentialSubject.achievement.resultDescription | {'id':'urn:a','type':'ResultDescription','name':'n','resultType':'Status'} | ''",
                "credentialSubject.achievement.resultDescription | {'id':'urn:a','type':'X','name':'n','resultType':'Status'} | RESULT_DESCRIPTION_TYPE FAIL",
                "credentialSubject.achievement.resultDescription | {'id':'urn:a','type':'ResultDescription','resultType':'Status'} | REQUIRED FAIL",
                "credentialSubject.achievement.resultDescription | {'id':'urn:a','type':'ResultDescription','name':'n','resultType':'Status','rubricCriterionLevel':[{'id':'urn:b','type':'X','name':'n'}]} | TYPE FAIL",
                "credentialSubject.achievement.alignment | {'type':'Alignment','targetName':'n'} | REQUIRED FAIL",
                "credentialSubject.achievement.alignment | {'type':'X','targetName':'n','targetUrl':'https://a.example'} | TYPE FAIL",
                "credentialSubject.achievement.related | {'type':'Related'} | REQUIRED FAIL",
                "credentialSubject.achievement.image | 'https://a.example/i.png' | ''",
                "credentialSubject.achievement.criteria | 'https://a.example' | DATA_MODEL FAIL",
                "credentialSubject.achievement.tag | ['a',5] | DATA_MODEL WARN",
                "credentialSubject.achievement.endorsement | 'x' | DATA_MODEL FAIL",
                "credentialSubject | [] | REQUIRED FAIL",
                "type | ['VerifiableCredential','OtherCredential'] | TYPE FAIL",
                "type | ['OpenBadgeCredential'] | TYPE FAIL",
                "type | 'OpenBadgeCredential' | TYPE FAIL",
                "type | ['VerifiableCredential','AchievementCredential'] | ''",
            })
    void whatHasAnotherFormIsTold(String path, String value, String faults) {
        List<String> found = faults(Badges.with(Badges.badge(), path, value));
        assertThat(found).containsAll(expected(faults));
        assertThat(found.stream().filter(fault -> !fault.startsWith("DATA_MODEL")))
                .hasSameSizeAs(expected(faults).stream()
                        .filter(fault -> !fault.startsWith("DATA_MODEL"))
                        .toList());
        assertThat(found.isEmpty()).isEqualTo(expected(faults).isEmpty());
    }

    @Test
    void whatIsCommonIsStillWrongToTheLetter() {
        badges.policy = VerificationPolicy.STRICT;
        assertThat(faults(Badges.without(Badges.badge(), "name"))).containsExactly("REQUIRED FAIL");
        assertThat(faults(Badges.with(Badges.badge(), "credentialSubject.creditsEarned", "'4.5'")))
                .containsExactly("DATA_MODEL FAIL");
    }

    @Test
    void someoneMustBeNamedAsRecipient() {
        JsonObject nobody =
                Badges.without(Badges.without(Badges.badge(), "credentialSubject.id"), "credentialSubject.identifier");
        assertThat(faults(nobody)).containsExactly("REQUIRED FAIL");
        assertThat(faults(Badges.with(nobody, "credentialSubject.identifier", "[]")))
                .containsExactly("REQUIRED FAIL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['https://www.w3.org/ns/credentials/v2','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] | PASS",
                "['https://www.w3.org/ns/credentials/v2','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'] | WARN",
                "['https://www.w3.org/ns/credentials/v2','https://purl.imsglobal.org/spec/ob/v3p0/context.json'] | WARN",
                "['https://www.w3.org/ns/credentials/v2','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.4.json'] | FAIL",
                "['https://www.w3.org/ns/credentials/v2'] | FAIL",
                "['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json','https://www.w3.org/ns/credentials/v2'] | FAIL",
                "['https://www.w3.org/2018/credentials/v1','https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'] | PASS",
                "['https://www.w3.org/ns/credentials/v2',{'a':'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'}] | FAIL",
                "'https://www.w3.org/ns/credentials/v2' | FAIL",
                "5 | FAIL",
            })
    void theContextsHaveAnOrder(String contexts, Status status) {
        Verification verification = new Verification(VerificationPolicy.LENIENT, Badges.NOW, Fetcher.none());
        Contexts.check(Badges.with(Badges.badge(), "@context", contexts), Form.BADGE, verification);
        Report report = verification.findings().report(Optional.empty());
        assertThat(report.status(CheckName.CONTEXT)).contains(status);
    }

    @Test
    void thePathSaysWhereItIs() {
        JsonObject badge = Badges.with(Badges.badge(), "credentialSubject.achievement.image", Json.of("no uri"));
        assertThat(badges.signed(badge).checks())
                .anyMatch(check ->
                        check.found().equals("Badge.credentialSubject.achievement.image is not an absolute URI"));
    }
}
