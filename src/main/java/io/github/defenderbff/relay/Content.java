package io.github.defenderbff.relay;

/** What a request carries besides its address. */
sealed interface Content permits Body, Upload {

}
