package io.github.defenderbff.relay;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Defender's answer as it came.
 *
 * @param status the status
 * @param headers the headers
 * @param bytes the body, empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record UpstreamAnswer(HttpStatusCode status, HttpHeaders headers, byte[] bytes) {

}
