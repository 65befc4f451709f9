package io.mediapreflight.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Has {@link MediaProblems} answer arguments whose media were refused. It stands before Spring's own resolvers and not among the advices, since an advice
 * that takes an exception of validation and throws it again keeps all others from seeing it.
 */
final class InvalidMediaResolver implements HandlerExceptionResolver, Ordered {
    private final HandlerExceptionResolver resolvers;

    /** With those that know the advices. */
    InvalidMediaResolver(HandlerExceptionResolver resolvers) {
        this.resolvers = resolvers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        Optional<InvalidMediaException> invalid = InvalidMediaException.of(exception);
        return invalid.isPresent() ? resolvers.resolveException(request, response, handler, invalid.get()) : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
