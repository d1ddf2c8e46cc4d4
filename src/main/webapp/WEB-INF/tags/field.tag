<%@ tag description="A labelled form field with its hint and its error beside it" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" description="message key" %>
<%@ attribute name="value" required="false" %>
<%@ attribute name="type" required="false" %>
<%@ attribute name="hint" required="false" description="message key" %>
<%@ attribute name="error" required="false" description="text of what is wrong" %>
<%@ attribute name="autocomplete" required="false" %>
<%@ attribute name="maxlength" required="false" %>
<%@ attribute name="list" required="false" description="id of a datalist" %>
<%@ attribute name="autofocus" required="false" type="java.lang.Boolean" %>
<div class="p-field ${not empty error ? 'p-field-wrong' : ''}">
  <label class="form-label" for="f-${name}"><spring:message code="${label}"/></label>
  <input class="form-control ${not empty error ? 'is-invalid' : ''}" id="f-${name}" name="${name}"
         type="${empty type ? 'text' : type}" value="<c:out value='${value}'/>"
         <c:if test="${not empty autocomplete}">autocomplete="${autocomplete}"</c:if>
         <c:if test="${not empty list}">list="${list}"</c:if>
         <c:if test="${not empty maxlength}">maxlength="${maxlength}"</c:if>
         <c:if test="${autofocus or not empty error}">autofocus</c:if>
         <c:if test="${not empty error}">aria-invalid="true"</c:if>
         <c:if test="${not empty error or not empty hint}">aria-describedby="d-${name}"</c:if>>
  <c:choose>
    <c:when test="${not empty error}"><p class="invalid-feedback d-block" id="d-${name}" data-testid="error-${name}"><c:out value="${error}"/></p></c:when>
    <c:when test="${not empty hint}"><p class="form-text" id="d-${name}"><spring:message code="${hint}"/></p></c:when>
  </c:choose>
</div>
