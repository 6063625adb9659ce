package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.v3.Shape.Property;
import dev.badgr.openbadges.v3.Shape.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data model as a table (Open Badges 3.0, B; Verifiable Credentials Data Model 2.0, 4). A shape is a line with its name, its type and
 * the check that tells of another type; below it are its properties: the name, how often ({@code 1}, {@code ~} for what is commonly left
 * out, {@code ?}, {@code *}), what the value is, and then the checks that tell of a missing one and of one of another type, where they
 * are not the usual ones.
 */
final class DataModel {
    private static final String TABLE = """
            Badge any TYPE
              id 1 uri
              name ~ text
              description ? text
              image ? Image|uri
              awardedDate ? dateTime
              issuer 1 Profile|uri ISSUER ISSUER_TYPE
              credentialSubject 1 AchievementSubject
              evidence * Evidence
              endorsement * object
              endorsementJwt * text
              validFrom ? dateTime
              validUntil ? dateTime
              issuanceDate ? dateTime
              expirationDate ? dateTime
              credentialSchema * Named
              credentialStatus * Typed
              refreshService * Named
            Endorsement any TYPE
              id 1 uri
              name ~ text
              description ? text
              awardedDate ? dateTime
              issuer 1 Profile|uri ISSUER ISSUER_TYPE
              credentialSubject 1 EndorsementSubject
              validFrom ? dateTime
              validUntil ? dateTime
              issuanceDate ? dateTime
              expirationDate ? dateTime
              credentialSchema * Named
              credentialStatus * Typed
              refreshService * Named
            StatusList any TYPE
              id ? uri
              issuer 1 Party|uri ISSUER
              credentialSubject 1 Bits
              validFrom ? dateTime
              validUntil ? dateTime
              issuanceDate ? dateTime
              expirationDate ? dateTime
            Bits any SUBJECT_TYPE
              encodedList 1 text
              statusPurpose * text
            Party none ISSUER_TYPE
              id 1 uri
            Named any TYPE
              id 1 uri
            Typed any TYPE
              id ? uri
            AchievementSubject AchievementSubject SUBJECT_TYPE
              id ? uri
              identifier * IdentityObject
              achievement 1 Achievement
              activityEndDate ? dateTime
              activityStartDate ? dateTime
              creditsEarned ? number
              image ? Image|uri
              licenseNumber ? text
              narrative ? text
              result * Result
              role ? text
              source ? Profile|uri
              term ? text
            EndorsementSubject EndorsementSubject SUBJECT_TYPE
              id 1 uri
              endorsementComment ? text
            Achievement Achievement TYPE
              id 1 uri
              name 1 text
              description 1 text
              criteria 1 Criteria
              alignment * Alignment
              achievementType ? text
              creator ? Profile|uri
              creditsAvailable ? number
              endorsement * object
              endorsementJwt * text
              fieldOfStudy ? text
              humanCode ? text
              image ? Image|uri
              inLanguage ? text
              otherIdentifier * IdentifierEntry
              related * Related
              resultDescription * ResultDescription
              specialization ? text
              tag * text
              version ? text
            Criteria none TYPE
              id ? uri
              narrative ? text
            Image Image TYPE
              id 1 uri
              caption ? text
            IdentityObject IdentityObject IDENTIFIER_TYPE
              hashed 1 truth
              identityHash 1 text
              identityType 1 text
              salt ? text
            IdentifierEntry IdentifierEntry IDENTIFIER_TYPE
              identifier 1 text
              identifierType 1 text
            Result Result RESULT_TYPE
              achievedLevel ? uri
              alignment * Alignment
              resultDescription ? uri
              status ? text
              value ? text
            ResultDescription ResultDescription RESULT_DESCRIPTION_TYPE
              id 1 uri
              name 1 text
              resultType 1 text
              alignment * Alignment
              allowedValue * text
              requiredLevel ? uri
              requiredValue ? text
              rubricCriterionLevel * RubricCriterionLevel
              valueMax ? text
              valueMin ? text
            RubricCriterionLevel RubricCriterionLevel TYPE
              id 1 uri
              name 1 text
              alignment * Alignment
              description ? text
              level ? text
              points ? text
            Alignment Alignment TYPE
              targetName 1 text
              targetUrl 1 uri
              targetCode ? text
              targetDescription ? text
              targetFramework ? text
              targetType ? text
            Related Related TYPE
              id 1 uri
              inLanguage ? text
              version ? text
            Evidence Evidence EVIDENCE_TYPE
              id ? uri
              name ? text
              description ? text
              narrative ? text
              genre ? text
              audience ? text
            Profile Profile PROFILE_TYPE
              id 1 uri
              name ? text
              url ? uri
              phone ? text
              description ? text
              endorsement * object
              endorsementJwt * text
              image ? Image|uri
              email ? text
              address ? Address
              otherIdentifier * IdentifierEntry
              official ? text
              parentOrg ? Profile|uri
              familyName ? text
              givenName ? text
              additionalName ? text
              patronymicName ? text
              honorificPrefix ? text
              honorificSuffix ? text
              familyNamePrefix ? text
              dateOfBirth ? date
            Address Address TYPE
              addressCountry ? text
              addressCountryCode ? text
              addressRegion ? text
              addressLocality ? text
              streetAddress ? text
              postOfficeBoxNumber ? text
              postalCode ? text
              geo ? GeoCoordinates
            GeoCoordinates GeoCoordinates TYPE
              latitude 1 number
              longitude 1 number
            """;

    private static final Map<String, Shape> SHAPES = read();

    private DataModel() {}

    /** The shape of that name; empty if it is the name of a plain value. */
    static Optional<Shape> shape(String name) {
        return Optional.ofNullable(SHAPES.get(name));
    }

    /** All shapes by their names. */
    static Map<String, Shape> shapes() {
        return SHAPES;
    }

    private static Map<String, Shape> read() {
        Map<String, Shape> shapes = new HashMap<>();
        for (String block : TABLE.split("\n(?! )", -1)) {
            List<String> lines = block.strip().lines().toList();
            if (!lines.isEmpty()) {
                String[] head = lines.get(0).split(" ", -1);
                List<Property> properties = new ArrayList<>();
                lines.stream().skip(1).map(DataModel::property).forEach(properties::add);
                shapes.put(head[0], new Shape(head[1], CheckName.valueOf(head[2]), properties));
            }
        }
        return Map.copyOf(shapes);
    }

    private static Property property(String line) {
        String[] words = line.strip().split(" ", -1);
        CheckName missing = words.length > 3 ? CheckName.valueOf(words[3]) : CheckName.REQUIRED;
        Optional<CheckName> type = words.length > 4 ? Optional.of(CheckName.valueOf(words[4])) : Optional.empty();
        return new Property(words[0], times(words[1]), List.of(words[2].split("\\|", -1)), missing, type);
    }

    private static Times times(String sign) {
        return switch (sign) {
            case "1" -> Times.ONE;
            case "~" -> Times.EXPECTED;
            case "?" -> Times.OPTIONAL;
            case "*" -> Times.MANY;
            default -> throw new IllegalStateException("the data model has no " + sign);
        };
    }
}
