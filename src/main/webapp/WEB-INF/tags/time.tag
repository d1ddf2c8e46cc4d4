<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A moment; scripts turn it into the reader's words and keep it current." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="at" required="true" type="java.time.Instant" %>
<time class="time" datetime="<c:out value='${at}'/>" data-relative><c:out value="${at}"/></time>
