<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<c:set var="colleague" value="${not empty contact and not empty contact.row.user}"/>
<c:choose>
<c:when test="${empty contact}"><spring:message code="phonebook.new" var="title"/></c:when>
<c:otherwise><c:set var="title" value="${contact.row.name}"/></c:otherwise>
</c:choose>
<c:set var="back" value="${base}/phonebook${empty contact ? '' : '/'}${empty contact ? '' : contact.row.id}"/>
<p:layout title="${title}" page="phonebook-form">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <form class="p-groups" method="post" action="${base}/phonebook/${empty contact ? 'new' : contact.row.id}${empty contact ? '' : '/edit'}" novalidate data-testid="contact-form">
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <section class="p-card">
      <c:choose>
      <c:when test="${colleague}"><div class="who"><p:avatar name="${contact.row.name}" user="${contact.row.user}" picture="${contact.row.picture}"/><p class="form-text"><spring:message code="phonebook.colleague.hint"/></p></div></c:when>
      <c:otherwise><spring:bind path="contactForm.name"><p:field name="name" label="account.name" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="120"/></spring:bind></c:otherwise>
      </c:choose>
      <div class="p-pair">
      <spring:bind path="contactForm.organisation"><p:field name="organisation" label="phonebook.organisation" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="120"/></spring:bind>
      <spring:bind path="contactForm.job"><p:field name="job" label="profile.job" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="120"/></spring:bind>
      </div>
      <div class="form-check"><input class="form-check-input" type="checkbox" id="f-favourite" name="favourite" value="true"<c:if test="${contactForm.favourite}"> checked</c:if>><label class="form-check-label" for="f-favourite"><spring:message code="phonebook.favourite"/></label></div>
    </section>
    <section class="p-card" aria-labelledby="h-addresses">
      <h2 class="p-subtitle" id="h-addresses"><spring:message code="phonebook.addresses"/></h2>
      <p class="form-text"><spring:message code="phonebook.addresses.hint"/></p>
      <c:forEach var="value" items="${contactForm.values}" varStatus="line">
      <div class="p-line book-line"><select class="form-select" name="kinds" aria-label="<spring:message code='profile.phone.kind'/>"><c:forEach var="kind" items="${kinds}"><option value="${kind}"<c:if test="${kind == contactForm.kinds[line.index]}"> selected</c:if>><spring:message code="phonebook.kind.${kind}"/></option></c:forEach></select>
      <input class="form-control" name="values" maxlength="320" value="<c:out value='${value}'/>" aria-label="<spring:message code='phonebook.address'/>" autocomplete="off" autocapitalize="none" spellcheck="false">
      <input class="form-control" name="labels" maxlength="60" value="<c:out value='${contactForm.labels[line.index]}'/>" placeholder="<spring:message code='phonebook.label'/>" aria-label="<spring:message code='phonebook.label'/>" autocomplete="off"></div>
      </c:forEach>
      <spring:bind path="contactForm.values"><c:forEach var="message" items="${status.errorMessages}"><p class="invalid-feedback d-block" data-testid="error-values"><c:out value="${message}"/></p></c:forEach></spring:bind>
    </section>
    <section class="p-card" aria-labelledby="h-groups">
      <h2 class="p-subtitle" id="h-groups"><spring:message code="phonebook.groups"/></h2>
      <c:if test="${not empty groups}"><div class="book-checks"><c:forEach var="group" items="${groups}"><c:set var="inside" value="${not empty contactForm.groups and contactForm.groups.contains(group.id)}"/><label class="chip book-check"><input type="checkbox" class="form-check-input" name="groups" value="${group.id}"<c:if test="${inside}"> checked</c:if>><c:out value="${group.name}"/></label></c:forEach></div></c:if>
      <spring:bind path="contactForm.newGroup"><p:field name="newGroup" label="phonebook.group.new" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="60"/></spring:bind>
    </section>
    <section class="p-card" aria-labelledby="h-notes">
      <h2 class="p-subtitle" id="h-notes"><spring:message code="phonebook.notes"/></h2>
      <spring:bind path="contactForm.notes"><div class="p-field p-field-wide"><label class="visually-hidden" for="f-notes"><spring:message code="phonebook.notes"/></label>
        <textarea class="form-control" id="f-notes" name="notes" rows="4" maxlength="4000" aria-describedby="d-notes"><c:out value="${contactForm.notes}"/></textarea>
        <p class="form-text" id="d-notes"><spring:message code="phonebook.notes.hint"/></p>
        <c:if test="${not empty status.errorMessage}"><p class="invalid-feedback d-block" data-testid="error-notes"><c:out value="${status.errorMessage}"/></p></c:if></div></spring:bind>
    </section>
    <div class="p-save"><button class="btn btn-primary" type="submit" data-testid="contact-save"><spring:message code="profile.save"/></button>
      <a class="btn" href="${back}"><spring:message code="profile.cancel"/></a></div>
    </form>
  </div>
</p:layout>
