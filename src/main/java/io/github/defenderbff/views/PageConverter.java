package io.github.defenderbff.views;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes pages. */
final class PageConverter extends AbstractHttpMessageConverter<Page> {

	PageConverter() {
		super(MediaType.APPLICATION_JSON);
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == Page.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected Page readInternal(Class<? extends Page> type, HttpInputMessage message) {
		throw new IllegalStateException("Pages are not read");
	}

	@Override
	protected Long getContentLength(Page page, @Nullable MediaType contentType) {
		return page.length();
	}

	@Override
	protected void writeInternal(Page page, HttpOutputMessage message) throws IOException {
		page.writeTo(message.getBody());
	}

}
