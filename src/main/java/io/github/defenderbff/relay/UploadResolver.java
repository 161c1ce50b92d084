package io.github.defenderbff.relay;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import io.github.defenderbff.problem.InvalidBody;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads a form with a file as what the operation documents, and checks it. */
final class UploadResolver implements HandlerMethodArgumentResolver {

	private final Validator validator;

	UploadResolver(Validator validator) {
		this.validator = validator;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Upload.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		var type = ResolvableType.forMethodParameter(parameter).getGeneric(0).toClass();
		var form = Objects.requireNonNull(request.getNativeRequest(MultipartHttpServletRequest.class),
				"routed here for its media type");
		var parts = parts(form, Arrays.stream(type.getRecordComponents()).map(BodyPointer::name).toList());
		var content = create(type, parts);
		BodyRules.throwUnlessEmpty(this.validator.validate(content));
		return upload(parts, content);
	}

	/** The parts by the names the operation has for them, which may come in any case. */
	private static Map<String, Object> parts(MultipartHttpServletRequest form, List<String> names) {
		var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
		names.forEach((name) -> known.put(name, name));
		var parts = new LinkedHashMap<String, Object>();
		BiConsumer<String, List<?>> add = (name, values) -> {
			var declared = known.get(name);
			if (declared == null || values.size() != 1 || parts.put(declared, values.getFirst()) != null) {
				throw invalid(BodyPointer.BODY, name + " is unknown or comes twice; the form may have " + names);
			}
		};
		form.getMultiFileMap().forEach(add);
		form.getParameterMap().forEach((name, values) -> add.accept(name, List.of(values)));
		return parts;
	}

	private static Object create(Class<?> type, Map<String, Object> parts) {
		var components = type.getRecordComponents();
		var arguments = Arrays.stream(components).map((component) -> {
			var part = parts.get(BodyPointer.name(component));
			if (part != null && !component.getType().isInstance(part)) {
				throw invalid(BodyPointer.to(component), BodyPointer.name(component) + ((part instanceof MultipartFile)
						? " must be text, not a file" : " must be a file with a name"));
			}
			return part;
		}).toArray();
		return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), arguments);
	}

	private static Upload<?> upload(Map<String, Object> parts, Object content) {
		var fields = new LinkedHashMap<String, String>();
		var field = "";
		@Nullable MultipartFile file = null;
		for (var part : parts.entrySet()) {
			switch (part.getValue()) {
				case MultipartFile given -> {
					field = part.getKey();
					file = given;
				}
				case Object text -> fields.put(part.getKey(), text.toString());
			}
		}
		return new Upload<>(field, Objects.requireNonNull(file, "the file is mandatory"), fields, content);
	}

	private static InvalidBody invalid(String pointer, String detail) {
		return new InvalidBody(List.of(new InvalidBody.Wrong(pointer, detail)));
	}

}
