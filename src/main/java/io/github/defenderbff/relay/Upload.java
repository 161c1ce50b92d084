package io.github.defenderbff.relay;

import java.util.Map;

import org.springframework.web.multipart.MultipartFile;

/**
 * A file and the form fields beside it (RFC 7578), read and checked as {@code T}. What is
 * sent on is written anew from these, so Defender finds nothing that was not checked. The
 * file is on disk and never held in memory.
 *
 * @param field the name of the file's field
 * @param file the file
 * @param fields the fields besides it, by name
 * @param content what they say; its components are the fields that the form may have, and
 * the one of type {@link MultipartFile} is the file
 * @param <T> the documented type
 */
public record Upload<T>(String field, MultipartFile file, Map<String, String> fields, T content) implements Content {

	public Upload {
		fields = Map.copyOf(fields);
	}

}
