/** The content security policy of whatever is no page: it loads nothing, runs nothing and stands in no frame. */
export const CLOSED_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";
