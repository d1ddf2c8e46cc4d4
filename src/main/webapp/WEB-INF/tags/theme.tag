<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The theme this browser chose (cookie PARLEY_THEME), so that no page flashes in another." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:set var="chosen" value="${cookie.PARLEY_THEME.value}"/>${chosen == 'light' || chosen == 'dark' ? chosen : 'system'}
