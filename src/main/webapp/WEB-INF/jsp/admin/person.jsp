<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<c:set var="state" value="${person.status.name().toLowerCase()}"/>
<c:set var="rank" value="${person.role.name().toLowerCase()}"/>
<p:layout title="${person.name}" page="admin-person">
  <div class="page-body page-body-narrow admin">
    <p:admin-nav page="people"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>
    <c:if test="${not empty problem}"><p class="alert alert-danger" role="alert" data-testid="problem"><spring:message code="${problem}"/></p></c:if>
    <section class="p-card">
      <div class="who who-large"><p:avatar name="${person.name}" user="${person.user}" picture="${person.picture}" size="large"/>
        <div class="who-text"><h1 class="p-title"><c:out value="${person.name}"/></h1>
        <span class="mark mark-${state}" data-testid="person-status" data-status="${state}"><spring:message code="admin.status.${state}"/></span></div></div>
      <dl class="p-facts">
        <dt><spring:message code="account.username"/></dt><dd><c:out value="${person.username}"/></dd>
        <dt><spring:message code="profile.address"/></dt><dd>sip:<c:out value="${person.user}@${sipDomain}"/></dd>
        <c:if test="${not empty person.email}"><dt><spring:message code="admin.people.email"/></dt><dd><c:out value="${person.email}"/></dd></c:if>
        <dt><spring:message code="admin.people.created"/></dt><dd><c:out value="${created}"/></dd>
        <dt><spring:message code="admin.people.lastSignIn"/></dt><dd><c:choose><c:when test="${empty lastSignIn}"><spring:message code="admin.people.never"/></c:when><c:otherwise><c:out value="${lastSignIn}"/></c:otherwise></c:choose></dd>
      </dl>
      <c:url var="lines" value="/admin/audit"><c:param name="subject" value="${person.username}"/></c:url>
      <div><a href="<c:out value='${lines}'/>"><spring:message code="admin.people.audit"/></a></div>
    </section>
    <c:if test="${state != 'deleted'}">
    <section class="p-card" aria-labelledby="h-role">
      <h2 class="p-subtitle" id="h-role"><spring:message code="admin.people.role"/></h2>
      <form class="p-inline" method="post" action="${base}/admin/people/<c:out value='${person.username}'/>/role">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <select class="form-select" name="role" aria-labelledby="h-role"><c:forEach var="one" items="EMPLOYEE,ADMIN"><option value="${one}"<c:if test="${one.toLowerCase() == rank}"> selected</c:if>><spring:message code="admin.role.${one.toLowerCase()}"/></option></c:forEach></select>
        <button class="btn" type="submit" data-testid="person-role"><spring:message code="profile.save"/></button>
      </form>
      <p class="form-text"><spring:message code="admin.people.role.hint"/></p>
    </section>
    <section class="p-card" aria-labelledby="h-acts">
      <h2 class="p-subtitle" id="h-acts"><spring:message code="admin.people.acts"/></h2>
      <c:set var="acts" value="${state == 'pending' ? 'approve,disable' : state == 'invited' ? 'invite,disable' : state == 'disabled' ? 'enable' : state == 'unverified' ? 'disable' : 'sign-out,disable'}"/>
      <c:if test="${state == 'active'}"><c:set var="acts" value="${acts},${factorDemanded ? 'leave-factor' : 'demand-factor'}${hasFactor ? ',reset-factor' : ''}"/></c:if>
      <ul class="p-rows">
      <c:forEach var="act" items="${acts}">
        <li class="p-row"><span class="p-row-text"><spring:message code="admin.people.act.${act}.hint"/></span>
        <form method="post" action="${base}/admin/people/<c:out value='${person.username}'/>/${act}">
          <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
          <button class="btn ${act == 'disable' ? 'btn-outline-danger' : act == 'approve' ? 'btn-primary' : ''}" type="submit" data-testid="person-${act}"><spring:message code="admin.people.act.${act}"/></button>
        </form></li>
      </c:forEach>
        <li class="p-row"><details class="p-danger"><summary><spring:message code="admin.people.act.delete"/></summary>
        <p><spring:message code="admin.people.act.delete.hint"/></p>
        <form method="post" action="${base}/admin/people/<c:out value='${person.username}'/>/delete">
          <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
          <button class="btn btn-danger" type="submit" data-testid="person-delete"><spring:message code="admin.people.act.delete.do"/></button>
        </form></details></li>
      </ul>
    </section>
    </c:if>
  </div>
</p:layout>
