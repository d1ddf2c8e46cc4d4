<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="Grey rows in the shape of a list that is on its way." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="rows" required="true" type="java.lang.Integer" %>
<%@ attribute name="kind" required="false" %>
<c:forEach begin="1" end="${rows}"><div class="skeleton skeleton-${empty kind ? 'row' : kind}" aria-hidden="true"><span></span><span></span><span></span></div></c:forEach>
