package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresignedUrlTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** 1795435200 is the epoch second of NOW. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // S3, version 4
                "pass | never judged | X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261123T110000Z&X-Amz-Expires=86400&X-Amz-Signature=ab",
                "pass | the hour and a second | X-Amz-Date=20261123T120000Z&X-Amz-Expires=3601&X-Amz-Signature=ab",
                "warn | expires at 2026-11-23T13:00:00Z, in 60 min | X-Amz-Date=20261123T120000Z&X-Amz-Expires=3600&X-Amz-Signature=ab",
                "warn | expires at 2026-11-23T12:00:01Z, within a minute | X-Amz-Date=20261123T110000Z&X-Amz-Expires=3601&X-Amz-Signature=ab",
                "fail | expired at 2026-11-23T12:00:00Z | X-Amz-Date=20261123T110000Z&X-Amz-Expires=3600&X-Amz-Signature=ab",
                "fail | expired at 2020-01-01T01:00:00Z | x-amz-date=20200101T000000Z&x-amz-expires=3600&x-amz-signature=ab",
                "fail | is valid only from 2026-11-23T12:15:01Z | X-Amz-Date=20261123T121501Z&X-Amz-Expires=86400&X-Amz-Signature=ab",
                "warn | the clock of this machine is slow | X-Amz-Date=20261123T121500Z&X-Amz-Expires=86400&X-Amz-Signature=ab",
                "warn | has no x-amz-expires | X-Amz-Date=20261123T110000Z&X-Amz-Signature=ab",
                "warn | has no x-amz-date | X-Amz-Expires=86400&X-Amz-Signature=ab",
                "warn | its x-amz-date is '23 November' | X-Amz-Date=23%20November&X-Amz-Expires=86400&X-Amz-Signature=ab",
                "warn | its x-amz-date is | X-Amz-Date=20261323T110000Z&X-Amz-Expires=86400&X-Amz-Signature=ab",
                "warn | its x-amz-expires is '604801' | X-Amz-Date=20261123T110000Z&X-Amz-Expires=604801&X-Amz-Signature=ab",
                "warn | its x-amz-expires is '-1' | X-Amz-Date=20261123T110000Z&X-Amz-Expires=-1&X-Amz-Signature=ab",
                "warn | its x-amz-expires is '60,86400' | X-Amz-Date=20261123T110000Z&X-Amz-Expires=60&X-Amz-Expires=86400&X-Amz-Signature=ab",
                "warn | its x-amz-expires is | X-Amz-Date=20261123T110000Z&X-Amz-Expires=99999999999999999999&X-Amz-Signature=ab",
                "pass | escaped names are names | X%2DAmz%2DDate=20261123T110000Z&X-Amz-Expires=86400&X-Amz-Signature=ab",
                // S3, version 2
                "pass | never judged | AWSAccessKeyId=AK&Expires=1795525200&Signature=ab",
                "warn | in 10 min | AWSAccessKeyId=AK&Expires=1795435800&Signature=ab",
                "fail | expired at 2026-11-23T12:00:00Z | AWSAccessKeyId=AK&Expires=1795435200&Signature=ab",
                "fail | expired at 1970-01-01T00:00:00Z | AWSAccessKeyId=AK&Expires=0&Signature=ab",
                "warn | its expires is 'soon' | AWSAccessKeyId=AK&Expires=soon&Signature=ab",
                "warn | its expires is | AWSAccessKeyId=AK&Expires=9223372036854775807&Signature=ab",
                // Google Cloud Storage
                "pass | never judged | X-Goog-Date=20261123T110000Z&X-Goog-Expires=86400&X-Goog-Signature=ab",
                "warn | Google Cloud Storage signature expires at 2026-11-23T12:30:00Z | X-Goog-Date=20261123T113000Z&X-Goog-Expires=3600&X-Goog-Signature=ab",
                "fail | Google Cloud Storage signature expired | X-Goog-Date=20261122T113000Z&X-Goog-Expires=3600&X-Goog-Signature=ab",
                "fail | Google Cloud Storage signature expired | GoogleAccessId=me%40example.com&Expires=1700000000&Signature=ab",
                "pass | never judged | GoogleAccessId=me%40example.com&Expires=1800000000&Signature=ab",
                // Azure
                "pass | never judged | sv=2022-11-02&se=2026-11-24T12%3A00%3A00Z&sr=b&sp=r&sig=ab",
                "pass | a date is its midnight | sv=2022-11-02&se=2026-11-24&sr=b&sp=r&sig=ab",
                "fail | expired at 2026-11-23T00:00:00Z | sv=2022-11-02&se=2026-11-23&sr=b&sp=r&sig=ab",
                "warn | in 30 min | sv=2022-11-02&se=2026-11-23T12%3A30Z&sr=b&sp=r&sig=ab",
                "warn | in 30 min | sv=2022-11-02&se=2026-11-23T14:30:00%2B02:00&sr=b&sp=r&sig=ab",
                "fail | Azure signature expired at 2026-11-23T11:59:59Z | sv=2022-11-02&se=2026-11-23T11:59:59.5Z&sr=b&sp=r&sig=ab",
                "fail | is valid only from 2026-11-24T00:00:00Z | sv=2022-11-02&st=2026-11-24&se=2026-11-30&sr=b&sp=r&sig=ab",
                "pass | a beginning that is past | sv=2022-11-02&st=2026-11-22&se=2026-11-30&sr=b&sp=r&sig=ab",
                "warn | its st is 'whenever' | sv=2022-11-02&st=whenever&se=2026-11-30&sr=b&sp=r&sig=ab",
                "warn | its se is 'tomorrow' | sv=2022-11-02&se=tomorrow&sr=b&sp=r&sig=ab",
                "warn | has no se | sv=2022-11-02&sr=b&sp=r&sig=ab",
                "pass | a stored policy has the time | sv=2022-11-02&si=policy&sr=b&sig=ab",
                // CloudFront
                "pass | never judged | Expires=1800000000&Signature=ab&Key-Pair-Id=K1",
                "fail | CloudFront signature expired | Expires=1700000000&Signature=ab&Key-Pair-Id=K1",
                "pass | never judged | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjE4MDAwMDAwMDB9fX1dfQ__&Signature=ab&Key-Pair-Id=K1",
                "fail | CloudFront signature expired at 2023-11-14T22:13:20Z | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjE3MDAwMDAwMDB9fX1dfQ__&Signature=ab&Key-Pair-Id=K1",
                "warn | in 10 min | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjE3OTU0MzU4MDB9LCJEYXRlR3JlYXRlclRoYW4iOiB7ICJBV1M6RXBvY2hUaW1lIiA6IDE3MDAwMDAwMDAgfX19XX0_&Signature=ab&Key-Pair-Id=K1",
                "fail | CloudFront signature is valid only from 2027-01-15T08:00:00Z | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjE5MDAwMDAwMDB9LCJEYXRlR3JlYXRlclRoYW4iOiB7ICJBV1M6RXBvY2hUaW1lIiA6IDE4MDAwMDAwMDAgfX19XX0_&Signature=ab&Key-Pair-Id=K1",
                "warn | a policy that does not say when it expires | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjE4MDAwMDAwMDB9LCJEYXRlR3JlYXRlclRoYW4iOnsiQVdTOkVwb2NoVGltZSI6InNvb24ifX19XX0_&Signature=ab&Key-Pair-Id=K1",
                "warn | a policy that does not say when it expires | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjE4MDAwMDAwMDB9LCJEYXRlTGVzc1RoYW4iOnsiQVdTOkVwb2NoVGltZSI6MTcwMDAwMDAwMH19fV19&Signature=ab&Key-Pair-Id=K1",
                "warn | a policy that does not say when it expires | Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmV4YW1wbGUuY29tLyo~Pn4iLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7IkFXUzpFcG9jaFRpbWUiOjk5OTk5OTk5OTk5OTk5OTk5OTk5fX19XX0_&Signature=ab&Key-Pair-Id=K1",
                "warn | a policy that does not say when it expires | Policy=eyJTdGF0ZW1lbnQiOltdfQ__&Signature=ab&Key-Pair-Id=K1",
                "warn | a policy that does not say when it expires | Policy=!!&Signature=ab&Key-Pair-Id=K1",
                "warn | a policy that does not say when it expires | Policy=&Signature=ab&Key-Pair-Id=K1",
                // Alibaba Cloud OSS
                "fail | Alibaba Cloud OSS signature expired | OSSAccessKeyId=AK&Expires=1700000000&Signature=ab",
                "fail | Alibaba Cloud OSS signature expired | x-oss-date=20261122T113000Z&x-oss-expires=3600&x-oss-signature=ab",
                // Not presigned at all
                "pass | a parameter of that name is not a signature | Expires=1700000000",
                "pass | a parameter of that name is not a signature | se=2020-01-01&st=2020-01-01",
                "pass | a parameter of that name is not a signature | sig=ab&v=1"
            })
    void judges_the_time_that_was_signed(String outcome, String reason, String query) {
        List<UrlDefect> defects =
                PublicUrl.read("https://media.example.com/clip.mp4?" + query).defects(NOW);
        if (outcome.equals("pass")) {
            assertThat(defects).isEmpty();
        } else {
            assertThat(defects).hasSize(1);
            UrlDefect.Gravity gravity = outcome.equals("fail") ? UrlDefect.Gravity.BROKEN : UrlDefect.Gravity.DOUBTFUL;
            assertThat(defects.get(0).gravity()).isEqualTo(gravity);
            assertThat(defects.get(0).what().toString()).contains(reason);
        }
    }

    @Test
    void reports_when_the_signature_ends() {
        PublicUrl url =
                PublicUrl.read("https://b.s3.amazonaws.com/a.mp4?AWSAccessKeyId=A&Expires=1795435800&Signature=x");
        assertThat(url.expiresAt()).hasValue(Instant.parse("2026-11-23T12:10:00Z"));
        assertThat(url.isFitButForTime()).isTrue();
    }
}
