/** What the text of a URL tells: whether a service can fetch from it, without any network. No name is resolved here. */
@NullMarked
package io.mediapreflight.request.url;

import org.jspecify.annotations.NullMarked;
