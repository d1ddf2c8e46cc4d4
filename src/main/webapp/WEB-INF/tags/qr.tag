<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A picture for a phone's camera: dark on white in either theme, else cameras fail." %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="code" required="true" type="org.parley.common.QrCode" %>
<%@ attribute name="label" required="true" description="message key" %>
<spring:message code="${label}" var="words" htmlEscape="true"/>
<svg class="qr" role="img" aria-label="${words}" viewBox="${code.viewBox()}" shape-rendering="crispEdges" data-testid="qr">
<path fill="#fff" d="M0 0h${code.size()}v${code.size()}h-${code.size()}z"/><path fill="#000" d="${code.path()}"/></svg>
